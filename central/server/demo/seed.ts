import type { Transaction } from "../database/database.ts";
import type { DataBox } from "../keys/data-box.ts";
import { saveCards } from "../stores/card.ts";
import { saveCashiers } from "../stores/cashier.ts";
import { saveCategories } from "../stores/category.ts";
import { saveMakers } from "../stores/maker.ts";
import { saveOffices } from "../stores/office.ts";
import { saveOutlets } from "../stores/outlet.ts";
import { savePeople } from "../stores/person.ts";
import { savePolicies } from "../stores/policy.ts";
import { saveProducts } from "../stores/product.ts";
import { saveStock } from "../stores/stock.ts";
import type { CentreDeps } from "../deps.ts";
import type { DemoData } from "./generate.ts";

/** What seeding did: a regency that already has outlets is somebody's, and is left alone. */
export type SeedOutcome = "SEEDED" | "LEFT_ALONE";

/** Writes the whole demo in one transaction, through the stores, so that tills pull it like any change. */
export async function seedDemo(
  { database, keys }: Pick<CentreDeps, "database" | "keys">,
  demo: DemoData,
): Promise<SeedOutcome> {
  return database.transaction(async (tx) => {
    if (await isInUse(tx, demo.regencyId)) return "LEFT_ALONE";
    await saveRegister(tx, demo);
    await saveShop(tx, demo, keys.box);
    return "SEEDED";
  });
}

/** The regency's row is locked, so that two starts at once do not both find it empty. */
async function isInUse(tx: Transaction, regencyId: string): Promise<boolean> {
  const regency = await tx.query("select 1 from regency where regency_id = $1 for update", [
    regencyId,
  ]);
  if (regency.length === 0) throw new RangeError(`the centre does not know regency ${regencyId}`);
  const outlets = await tx.query("select 1 from outlet where regency_id = $1 limit 1", [regencyId]);
  return outlets.length > 0;
}

async function saveRegister(tx: Transaction, demo: DemoData): Promise<void> {
  const { regencyId } = demo;
  await savePolicies(tx, regencyId, demo.policies);
  await saveOffices(tx, regencyId, demo.offices);
  await savePeople(tx, regencyId, demo.people);
  await saveCards(tx, regencyId, demo.cards);
}

async function saveShop(tx: Transaction, demo: DemoData, box: DataBox): Promise<void> {
  const { regencyId } = demo;
  const cashiers = demo.cashiers.flatMap(({ outletIds, ...cashier }) =>
    outletIds.map((outletId) => ({ ...cashier, outletId })),
  );
  await saveOutlets(tx, regencyId, demo.outlets);
  await saveCashiers(tx, regencyId, { rows: cashiers, box });
  await saveCategories(tx, regencyId, demo.categories);
  await saveMakers(
    tx,
    regencyId,
    demo.makers.map(({ shelf: _shelf, ...maker }) => maker),
  );
  await saveProducts(tx, regencyId, demo.products);
  await saveStock(tx, regencyId, demo.stock);
}
