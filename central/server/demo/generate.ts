import { type CategoryId, type DemoCategory, demoCategories } from "./catalogue/categories.ts";
import { type DemoCard, demoCards } from "./cards/cards.ts";
import { demoId } from "./demo-id.ts";
import { type DemoMaker, demoMakers } from "./makers.ts";
import { type DemoOffice, demoOffices } from "./offices.ts";
import { type DemoPerson, demoPeople } from "./people.ts";
import { type DemoPolicy, demoPolicies } from "./policy.ts";
import { type DemoProduct, demoProducts } from "./products.ts";
import { createRandom, type Random } from "./random.ts";
import { type DemoCashier, demoCashiers } from "./staff.ts";

export type DemoOutlet = {
  readonly outletId: string;
  readonly code: string;
  readonly name: string;
  readonly address: string;
};
export type DemoStock = {
  readonly outletId: string;
  readonly productId: string;
  readonly qty: number;
};
/** Everything a regency needs before its first sale. No real person, maker or number. */
export type DemoData = {
  readonly regencyId: string;
  readonly offices: readonly DemoOffice[];
  readonly people: readonly DemoPerson[];
  readonly cards: readonly DemoCard[];
  readonly outlets: readonly DemoOutlet[];
  readonly categories: readonly DemoCategory[];
  readonly makers: readonly DemoMaker[];
  readonly products: readonly DemoProduct[];
  readonly stock: readonly DemoStock[];
  readonly cashiers: readonly DemoCashier[];
  readonly policies: readonly DemoPolicy[];
};

/** The seed of the demo everybody sees. */
export const DEMO_SEED = "bela-beli";
export const DEMO_REGENCY = "3513";

const PEOPLE = 1_200;
const PRODUCTS = 300;
const ENDLESS: ReadonlySet<CategoryId> = new Set(["antar", "pulsa", "voucher"]);

/** The demo of a month: the same seed and period give the same data, byte for byte. */
export function generateDemo(seed: string, period: string): DemoData {
  const random = (part: string): Random => createRandom(`${seed}/${part}`);
  const offices = demoOffices();
  const outlets = demoOutlets();
  const people = demoPeople(PEOPLE, { offices, period }, random("people"));
  const makers = demoMakers(DEMO_REGENCY, random("makers"));
  const products = demoProducts(PRODUCTS, { makers, regencyId: DEMO_REGENCY }, random("products"));
  return {
    regencyId: DEMO_REGENCY,
    offices,
    people,
    cards: demoCards(people, period, random("cards")),
    outlets,
    categories: demoCategories(),
    makers,
    products,
    stock: demoStock(outlets, products, random("stock")),
    cashiers: demoCashiers(
      outlets.map((outlet) => outlet.outletId),
      random("staff"),
    ),
    policies: demoPolicies(),
  };
}

function demoOutlets(): DemoOutlet[] {
  return [
    {
      outletId: demoId("outlet", 0),
      code: "KB",
      name: "Galeri Dekranasda Kantor Bupati",
      address: "Jl. Raya Panglima Sudirman, Kraksaan",
    },
    {
      outletId: demoId("outlet", 1),
      code: "KR",
      name: "Galeri Dekranasda Kraksaan",
      address: "Jl. Raya Kraksaan, Kraksaan",
    },
  ];
}

function demoStock(
  outlets: readonly DemoOutlet[],
  products: readonly DemoProduct[],
  random: Random,
): DemoStock[] {
  return outlets.flatMap(({ outletId }) =>
    products.map(({ productId, categoryId }) => ({
      outletId,
      productId,
      qty: ENDLESS.has(categoryId) ? 999 : random.chance(0.04) ? 0 : random.int(3, 60),
    })),
  );
}
