import { expect, type Page } from "@playwright/test";
import { receiptWords } from "../../renderer/texts/receipt-words.ts";
import { expectAccessible } from "../support/axe.ts";
import {
  buyerPanel,
  cartLines,
  cartTotal,
  logIn,
  messages,
  searchField,
  storedStrip,
  tenderByKeys,
  touchProduct,
  typeByHand,
} from "../support/cashier-page.ts";
import { firstOf, startShift, test } from "../support/selling.ts";
import { entryBodies } from "../support/till-file.ts";
import { coreProcessId } from "../shell/processes.ts";
import { scanWithWedge } from "../support/wedge.ts";

function dialog(cashier: Page) {
  return cashier.locator("dialog[open]");
}

test("section 9 row 15, a held cart comes back with another buyer: it survives a crash and comes back with its own", async ({
  shop,
  open,
}) => {
  test.setTimeout(120_000);
  const till = await open({ dataDir: shop.dataDir });
  const { cashier } = till;
  await startShift(till, shop);
  const [first, second] = shop.people;
  if (first === undefined || second === undefined) throw new Error("the shop lacks people");
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await scanWithWedge(cashier, shop.cardOf(first));
  await expect(buyerPanel(cashier)).toContainText(first.name);
  await cashier.keyboard.press("F7");
  await expect(cartLines(cashier)).toHaveCount(0);
  await expect(buyerPanel(cashier)).toContainText("Siapa pembelinya?");
  process.kill(await coreProcessId(till.app), "SIGKILL");
  await logIn(cashier, firstOf(shop.cashiers));
  await searchField(cashier).waitFor();
  await scanWithWedge(cashier, shop.cardOf(second));
  await expect(buyerPanel(cashier)).toContainText(second.name);
  await cashier.keyboard.press("Control+H");
  await expect(dialog(cashier)).toContainText(first.name);
  await expectAccessible(cashier, "held carts");
  await cashier.keyboard.press("Enter");
  await expect(buyerPanel(cashier)).toContainText(first.name);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("Control+H");
  await expect(dialog(cashier)).toContainText(second.name);
  await cashier.getByRole("button", { name: `Hapus: ${second.name}` }).click();
  await expect(dialog(cashier)).toContainText("tidak dapat dikembalikan");
  await cashier.getByRole("button", { name: "Hapus", exact: true }).click();
  await expect(dialog(cashier)).toContainText("Tidak ada keranjang yang ditahan.");
});

test("a discount is given by keyboard, and above the limit a supervisor is asked", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await cashier.keyboard.press("F6");
  await cashier.keyboard.press("Control+D");
  await expectAccessible(cashier, "discount");
  await typeByHand(cashier, "10");
  await cashier.keyboard.press("Enter");
  await expect(dialog(cashier)).toHaveCount(0);
  await expect(cartLines(cashier).first()).toContainText("Potongan 10% (Rp1.000)");
  await expect(cartTotal(cashier)).toHaveText("Rp9.000");
  await cashier.keyboard.press("Control+Z");
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");
  await cashier.keyboard.press("Control+D");
  await typeByHand(cashier, "50");
  await cashier.keyboard.press("Enter");
  const [, supervisor] = shop.cashiers;
  await expect(dialog(cashier)).toContainText("Rp5.000");
  await expectAccessible(cashier, "approval of a discount");
  await typeByHand(cashier, supervisor?.pin ?? "");
  await expect(cartTotal(cashier)).toHaveText("Rp5.000");
  await tenderByKeys(cashier, "5000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toBeVisible();
  expect(entryBodies(shop.dataDir, "SALE")).toMatchObject([
    { approval: { approverId: supervisor?.cashierId, action: "DISCOUNT" }, total: 5_000 },
  ]);
});

test("quantities by keyboard: before a scan, plus, minus, arrows, Delete and undo", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  const [first, second] = shop.products;
  await typeByHand(cashier, "12*");
  await expect(searchField(cashier)).toHaveValue("12*");
  await scanWithWedge(cashier, first?.barcode ?? "");
  await expect(cartLines(cashier).first()).toHaveAccessibleName(/, 12 buah,/);
  await expect(searchField(cashier)).toHaveValue("");
  await scanWithWedge(cashier, second?.barcode ?? "");
  await expect(cartLines(cashier)).toHaveCount(2);
  await expect(cartLines(cashier).nth(1)).toHaveClass(/line-selected/);
  await cashier.keyboard.press("+");
  await expect(cartLines(cashier).nth(1)).toHaveAccessibleName(/, 2 buah,/);
  await cashier.keyboard.press("Control+ArrowUp");
  await expect(cartLines(cashier).first()).toHaveClass(/line-selected/);
  await cashier.keyboard.press("-");
  await expect(cartLines(cashier).first()).toHaveAccessibleName(/, 11 buah,/);
  await cashier.keyboard.press("Delete");
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("Control+Z");
  await expect(cartLines(cashier)).toHaveCount(2);
});

test("an institution buys by name, with a note; the receipt and the entry keep them apart", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier } = till;
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("Control+I");
  await expectAccessible(cashier, "institution");
  await cashier.getByRole("radio", { name: "Desa" }).check();
  await cashier.getByLabel("Nama lembaga").fill("Desa Sukapura");
  await cashier.getByLabel("Acuan").fill("SPK 7/2026");
  await cashier.keyboard.press("Enter");
  await expect(buyerPanel(cashier)).toContainText("Desa Sukapura");
  await cashier.keyboard.press("Control+E");
  await expectAccessible(cashier, "note");
  await typeByHand(cashier, "rapat");
  await cashier.keyboard.press("Enter");
  await expect(dialog(cashier)).toHaveCount(0);
  await tenderByKeys(cashier, "10000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText(
    receiptWords({ printOutcome: "PRINTED", printErrorCode: null }),
  );
  const printed = Buffer.concat([...printer.jobs()]).toString("latin1");
  expect(printed).toContain("Desa Sukapura");
  expect(printed).not.toContain("rapat");
  const [sale] = entryBodies(shop.dataDir, "SALE");
  expect(sale).toMatchObject({ buyer: { kind: "INSTITUTION" }, counted: 0 });
  expect(JSON.stringify(sale)).not.toContain("Sukapura");
});

test("a proxy is marked, and the buyer may see what they bought this month", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  const person = firstOf(shop.people);
  for (const turn of [1, 2]) {
    await scanWithWedge(cashier, firstOf(shop.products).barcode);
    await scanWithWedge(cashier, shop.cardOf(person));
    await expect(buyerPanel(cashier)).toContainText(person.name);
    if (turn === 2) break;
    await cashier.getByLabel("Diwakilkan").click();
    await tenderByKeys(cashier, "10000");
    await cashier.keyboard.press("Enter");
    await expect(storedStrip(cashier)).toBeVisible();
  }
  expect(entryBodies(shop.dataDir, "SALE")).toMatchObject([{ buyer: { proxy: true } }]);
  await cashier.keyboard.press("Control+B");
  await expect(dialog(cashier).getByRole("row")).toHaveCount(2);
  await expect(dialog(cashier)).toContainText("Tercatat Rp10.000");
  await expectAccessible(cashier, "own purchases");
});

test("a favourite is one star away, and a mistyped name still finds what was meant", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  const { name } = firstOf(shop.products);
  await searchField(cashier).fill(name);
  await cashier.getByRole("gridcell").first().hover();
  await cashier.getByRole("button", { name: `Jadikan ${name} favorit` }).click();
  await searchField(cashier).fill("");
  await cashier.getByRole("button", { name: "Favorit, 1 barang" }).click();
  await expect(cashier.getByRole("gridcell")).toHaveCount(1);
  await cashier.getByRole("button", { name: /^Semua barang/ }).click();
  await searchField(cashier).fill("mamgga");
  await expect(cashier.getByRole("main")).toContainText("Ini yang mirip");
  await expectAccessible(cashier, "similar goods");
  await searchField(cashier).fill("");
  await touchProduct(cashier, name);
  await expect(cartLines(cashier)).toHaveCount(1);
});

test("an unknown code is said to be one and can be searched for", async ({ till }) => {
  const { cashier } = till;
  await scanWithWedge(cashier, "8991234567890");
  await expect(messages(cashier)).toHaveCount(1);
  await cashier.getByRole("button", { name: "Cari kode ini" }).click();
  await expect(searchField(cashier)).toHaveValue("8991234567890");
  await expect(searchField(cashier)).toBeFocused();
});
