import { cardText } from "../../central/server/keys/card-text.ts";
import { issueStaffCard } from "../../central/server/staff/staff-card.ts";
import { saveCards } from "../../central/server/stores/card.ts";
import { saveCashiers } from "../../central/server/stores/cashier.ts";
import { savePeople } from "../../central/server/stores/person.ts";
import { saveProducts } from "../../central/server/stores/product.ts";
import { saveStock } from "../../central/server/stores/stock.ts";
import { SHOP } from "../../central/server/testing/shop.ts";
import { startTestCentre, type TestCentre } from "../../central/server/testing/test-centre.ts";
import { newId } from "../../central/server/testing/test-till.ts";

type Goods = { readonly name: string; readonly barcode: string; readonly unitPrice: number };
type Buyer = { readonly name: string; readonly nip: string; readonly card: string };
export type Clerk = { readonly cashierId: string; readonly name: string; readonly pin: string };

/** A gallery with a centre of its own: what it sells, to whom, and who stands at the till. */
export type DayShop = {
  readonly centre: TestCentre;
  readonly goods: readonly Goods[];
  readonly buyers: readonly Buyer[];
  readonly clerks: readonly [Clerk, Clerk];
  readonly supervisor: Clerk & { readonly card: string };
};

const GOODS = 40;
const BUYERS = 24;
const EXPIRES = "2030-12-31";
const SECOND = { cashierId: newId(), name: "Kasir Dua", pin: "864202" };

/** Starts the centre and puts the day's goods and people into it. */
export async function openDayShop(): Promise<DayShop> {
  const centre = await startTestCentre();
  const { deps } = centre.centre;
  const goods = Array.from({ length: GOODS }, (_, index) => goodsOf(index));
  const people = Array.from({ length: BUYERS }, (_, index) => personOf(index));
  await deps.database.transaction(async (tx) => {
    await saveProducts(tx, deps.regencyId, goods);
    await saveStock(tx, deps.regencyId, goods.map(stockOf));
    await savePeople(tx, deps.regencyId, people);
    await saveCards(tx, deps.regencyId, people.map(cardOf));
    const row = { ...SECOND, role: "CASHIER", outletId: SHOP.outletId, active: true } as const;
    await saveCashiers(tx, deps.regencyId, { rows: [row], box: deps.keys.box });
  });
  const staffCard = await issueStaffCard(deps, { cashierId: SHOP.supervisorId, userId: null });
  return {
    centre,
    goods,
    buyers: people.map((person) => {
      const { personId, name, nip } = person;
      const { serial } = cardOf(person);
      const holder = { kind: "ASN", personId, serial, expiresOn: EXPIRES } as const;
      return { name, nip, card: cardText(deps.keys.card, holder) };
    }),
    clerks: [{ cashierId: SHOP.cashierId, name: "Kasir Uji", pin: SHOP.cashierPin }, SECOND],
    supervisor: {
      cashierId: SHOP.supervisorId,
      name: "Penyelia Uji",
      pin: SHOP.supervisorPin,
      card: staffCard.text,
    },
  };
}

/** Prices that no discount divides evenly are among them. */
function goodsOf(index: number) {
  return {
    productId: newId(),
    sku: `HARI-${index}`,
    barcode: String(8_990_000_100_000 + index),
    name: `Batik Bromo ${index + 1}`,
    makerId: SHOP.makerId,
    categoryId: "kopi",
    unitPrice: 3_500 + 1_250 * (index % 11) + 75 * (index % 7),
    shareBp: 1_000,
    pictureKey: "kopi",
    active: true,
  };
}

function stockOf({ productId }: { readonly productId: string }) {
  return { productId, outletId: SHOP.outletId, qty: 500 };
}

function personOf(index: number) {
  const two = String(index + 10);
  const term = { from: "2025-01-01", class: "PELAKSANA", obliged: true, unitId: null } as const;
  return {
    index,
    personId: newId(),
    nip: `198703${two}201201100${1 + (index % 9)}`,
    name: `Pembeli Ke${two}`,
    active: true,
    terms: [{ ...term, officeId: SHOP.officeId }],
    exemptions: [],
  };
}

function cardOf({ index, personId }: { readonly index: number; readonly personId: string }) {
  return { serial: 7_100 + index, personId, expiresOn: EXPIRES, revoked: false };
}
