import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { type Action, type Recorder, recordActions } from "../support/actions.ts";
import { buyerPanel, cartLines, storedStrip } from "../support/cashier-page.ts";
import { firstOf, test } from "../support/selling.ts";
import { storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** The folder of docs/actions.md, where that page and its pictures are to be made anew. */
const DOCS = process.env["ACTIONS_SHOTS"];
const PICTURES = DOCS === undefined ? undefined : join(DOCS, "pictures");
const MOST_AFTER_LAST_ITEM = 4;

type Script = { readonly title: string; readonly actions: readonly Action[] };
const scripts: Script[] = [];

test.afterAll(() => {
  if (DOCS !== undefined) writeFileSync(join(DOCS, "actions.md"), page(scripts));
});

test("after the last item a sale to a civil servant with change is four actions of keyboard and scanner", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  const [product, person] = [firstOf(shop.products), firstOf(shop.people)];
  await ringUp(cashier, product.barcode);
  const record = await recordActions(cashier, { name: "actions-card", folder: PICTURES });
  await record.scan(shop.cardOf(person), "scan the buyer's card");
  await record.seen(buyerPanel(cashier).getByText(person.name), cartOf(cashier));
  await openPaySheet(record, cashier);
  await record.number("50000");
  await record.seen(
    cashier.getByLabel("Kembalian", { exact: true }).getByText("Rp40.000"),
    sheetOf(cashier),
  );
  await record.key("Enter");
  await record.seen(storedStrip(cashier).getByText("Tersimpan"), cartOf(cashier));
  expect(record.actions).toHaveLength(MOST_AFTER_LAST_ITEM);
  expect((await record.given()).touches).toBe(0);
  expect(storedSales(shop.dataDir)).toMatchObject([
    { buyer_kind: "ASN", assurance: "SIGNED_CARD" },
  ]);
  scripts.push({ title: "A civil servant pays with a note, after the last item", ...record });
});

test("after the last item exact cash of the public is three keys", async ({ till, shop }) => {
  const { cashier } = till;
  await ringUp(cashier, firstOf(shop.products).barcode);
  const record = await recordActions(cashier, { name: "actions-public", folder: PICTURES });
  await record.key("F6");
  await record.seen(buyerPanel(cashier).getByText("Pembeli umum"));
  await openPaySheet(record, cashier);
  await record.key("Enter");
  await record.seen(storedStrip(cashier).getByText("Tersimpan"));
  expect(record.actions).toHaveLength(3);
  expect(await record.given()).toEqual({ touches: 0, keys: 3 });
  expect(storedSales(shop.dataDir)).toMatchObject([{ buyer_kind: "PUBLIC" }]);
  scripts.push({ title: "Anybody pays the exact amount, after the last item", ...record });
});

test("one item for cash is three touches", async ({ till, shop }) => {
  const { cashier } = till;
  const goods = cashier.getByRole("gridcell").getByRole("button").first();
  await goods.waitFor();
  const record = await recordActions(cashier, { name: "actions-touch", folder: PICTURES });
  await record.touch(goods, "touch the goods");
  await record.seen(cartLines(cashier).first());
  await record.touch(cashier.getByRole("button", { name: "Bayar" }), "touch Bayar");
  const note = sheetOf(cashier).getByRole("button", { name: "Rp50.000", exact: true });
  await record.seen(note, sheetOf(cashier));
  await record.touch(note, "touch the note in the buyer's hand");
  await record.seen(storedStrip(cashier).getByText("Tersimpan"));
  expect(await record.given()).toEqual({ touches: 3, keys: 0 });
  expect(storedSales(shop.dataDir)).toMatchObject([{ buyer_kind: "PUBLIC" }]);
  scripts.push({ title: "One item for cash, by finger from the start", ...record });
});

async function ringUp(cashier: Page, barcode: string): Promise<void> {
  await scanWithWedge(cashier, barcode);
  await cartLines(cashier).first().waitFor();
}

async function openPaySheet(record: Recorder, cashier: Page): Promise<void> {
  await record.key("F9");
  await record.seen(cashier.getByLabel("Uang diterima", { exact: true }));
}

function cartOf(cashier: Page): Locator {
  return cashier.getByRole("complementary", { name: "Keranjang" });
}

function sheetOf(cashier: Page): Locator {
  return cashier.getByRole("dialog", { name: "Pembayaran" });
}

/** The recorded scripts as a page of the documentation. */
function page(recorded: readonly Script[]): string {
  const parts = recorded.map(({ title, actions }) => {
    const rows = actions.map(({ what, picture }, index) => {
      const shown =
        picture === null ? "" : `\n\n   ![what the till then shows](pictures/${picture})\n`;
      return `${index + 1}. ${what}${shown}`;
    });
    return `## ${title}\n\n${rows.join("\n").trimEnd()}\n`;
  });
  return `# A sale in few actions

Recorded by \`e2e/till/actions.spec.ts\` in the real Electron, which also counts what the window was given: \`ACTIONS_SHOTS=docs npm run e2e -- e2e/till/actions.spec.ts\` makes this page anew. A scan, a key, a touch, and a number typed in one go are one action each. Transfer and card take the number of their slip, QRIS the cashier's word that the money came: one or two actions more.

${parts.join("\n")}`;
}
