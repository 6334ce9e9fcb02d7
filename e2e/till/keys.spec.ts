/// <reference lib="dom" />
import { expect, type Locator, type Page } from "@playwright/test";
import { cartLines, cartTotal, storedStrip, typeByHand } from "../support/cashier-page.ts";
import { firstOf, test } from "../support/selling.ts";
import { storedSales, storedTenders } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** Two taps of one finger at one place, whatever the first one brings there. */
async function doubleTap(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("nothing there to tap");
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2, { delay: 30 });
}

/** Keys that all come before the page can draw what the first of them did. */
async function pressInOneBreath(page: Page, keys: readonly string[]): Promise<void> {
  await page.evaluate((pressed) => {
    const target = document.activeElement ?? document.body;
    for (const key of pressed) {
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
  }, keys);
}

/** A key that is held until it has repeated itself a few times. */
async function holdKey(page: Page, key: string): Promise<void> {
  for (let times = 0; times < 4; times += 1) await page.keyboard.down(key);
  await page.keyboard.up(key);
}

function paySheet(page: Page): Locator {
  return page.getByRole("dialog", { name: "Pembayaran" });
}

test("a double tap pays nothing that was not touched on purpose", async ({ till, shop }) => {
  const { cashier } = till;
  await cashier.getByRole("gridcell").getByRole("button").first().click();
  await expect(cartLines(cashier)).toHaveCount(1);
  await doubleTap(cashier, cashier.getByRole("button", { name: "Bayar" }));
  await expect(paySheet(cashier)).toBeVisible();
  expect(storedSales(shop.dataDir)).toEqual([]);
  await doubleTap(cashier, cashier.getByRole("button", { name: "Rp100.000" }));
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  await expect(cartLines(cashier)).toHaveCount(0);
  expect(storedSales(shop.dataDir)).toMatchObject([{ buyer_kind: "PUBLIC" }]);
});

test("each press counts once, and for what the cashier sees", async ({ till, shop }) => {
  const { cashier } = till;
  const { barcode } = firstOf(shop.products);
  await scanWithWedge(cashier, barcode);
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");
  await cashier.keyboard.press("F6");
  await pressInOneBreath(cashier, ["+", "+", "+"]);
  await expect(cartTotal(cashier)).toHaveText("Rp40.000");
  await pressInOneBreath(cashier, ["-", "-", "-", "-", "-"]);
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");

  await pressInOneBreath(cashier, ["F9", "F7", "Delete"]);
  await expect(paySheet(cashier)).toBeVisible();
  await Promise.all(["Escape", "F9"].map((key) => cashier.keyboard.press(key)));
  await expect(paySheet(cashier)).toBeVisible();
  await cashier.keyboard.press("Escape");
  await expect(cartLines(cashier)).toHaveCount(1);

  await cashier.keyboard.press("Control+E");
  await typeByHand(cashier, "titip");
  await Promise.all([cashier.keyboard.press("Enter"), cashier.keyboard.press("F9")]);
  await expect(paySheet(cashier)).toBeVisible();
});

test("a held Enter does one thing and skips through nothing", async ({ till, shop }) => {
  const { cashier } = till;
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await cashier.keyboard.press("F6");
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");
  await cashier.getByRole("button", { name: "Bayar" }).focus();
  await holdKey(cashier, "Enter");
  await expect(cashier.getByLabel("Uang diterima", { exact: true })).toBeFocused();
  expect(storedSales(shop.dataDir)).toEqual([]);
  await cashier.keyboard.press("F3");
  await typeByHand(cashier, "TRX 1");
  await cashier.keyboard.press("Tab");
  await typeByHand(cashier, "4000");
  await holdKey(cashier, "Enter");
  await expect(cashier.getByLabel("Masih harus dibayar")).toHaveText("Rp6.000");
  expect(storedSales(shop.dataDir)).toEqual([]);
  await holdKey(cashier, "Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(storedTenders(shop.dataDir)).toMatchObject([
    { kind: "TRANSFER", amount: 4_000 },
    { kind: "CASH", amount: 6_000 },
  ]);
});

test("Enter without a buyer waits for the card, and then pays", async ({ till, shop }) => {
  const { cashier } = till;
  const person = firstOf(shop.people);
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");
  await cashier.keyboard.press("F9");
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByRole("button", { name: "Bayar sebagai umum" })).toBeFocused();
  await scanWithWedge(cashier, shop.cardOf(person));
  await expect(cashier.getByRole("button", { name: "Terima Rp10.000" })).toBeVisible();
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(storedSales(shop.dataDir)).toMatchObject([{ buyer_kind: "ASN" }]);
});

test("an approval that is left with Escape allows nothing", async ({ till, shop }) => {
  const { cashier } = till;
  const pin = shop.cashiers[1]?.pin ?? "";
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");
  await cashier.keyboard.press("Control+D");
  await typeByHand(cashier, "50");
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByLabel("PIN", { exact: true })).toBeFocused();
  await typeByHand(cashier, pin.slice(0, -1));
  await Promise.all([cashier.keyboard.press(pin.slice(-1)), cashier.keyboard.press("Escape")]);
  await expect(cashier.getByLabel("PIN", { exact: true })).toHaveCount(0);
  // The next approval is checked after the one that was left, which has answered by then.
  await typeByHand(cashier, "60");
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByLabel("PIN", { exact: true })).toBeFocused();
  await typeByHand(cashier, pin);
  await expect(cartTotal(cashier)).toHaveText("Rp4.000");
});

test("a dialog gives the focus back to where it came from", async ({ till, shop }) => {
  const { cashier } = till;
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");
  const card = cashier.getByRole("gridcell").getByRole("button").first();
  await card.focus();
  const letters = ["D", "U", "E", "G", "I", "H", "K", ",", "Delete"].map((key) => `Control+${key}`);
  for (const key of ["F1", "F4", "F8", "F9", "F10", ...letters]) {
    await cashier.keyboard.press(key);
    await expect(cashier.getByRole("dialog").or(cashier.getByRole("alertdialog"))).toBeVisible();
    await cashier.keyboard.press("Escape");
    await expect(card, key).toBeFocused();
  }
});

test("a return stays open whatever is scanned, and gives the focus back", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  const { barcode } = firstOf(shop.products);
  await scanWithWedge(cashier, barcode);
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");
  await cashier.keyboard.press("F9");
  await cashier.getByRole("button", { name: "Uang pas" }).click();
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  await expect(cashier.getByRole("searchbox")).toBeFocused();
  await cashier.keyboard.press("F8");
  const giveBack = cashier.getByRole("button", { name: "Retur barang", exact: true });
  await giveBack.press("Enter");
  const dialog = cashier.getByRole("dialog", { name: "Retur barang" });
  await scanWithWedge(cashier, barcode);
  await dialog.getByRole("button", { name: /^Tambah/ }).click();
  await expect(dialog).toContainText("Rp10.000");
  await cashier.keyboard.press("Escape");
  await expect(giveBack).toBeFocused();
});

test("a cashier is chosen by arrows and logs in by digits", async ({ till, shop }) => {
  const { cashier } = till;
  const supervisor = shop.cashiers[1] ?? firstOf(shop.cashiers);
  const person = cashier.getByRole("radio", { name: supervisor.name });
  await cashier.keyboard.press("Control+L");
  await cashier.getByLabel("PIN", { exact: true }).waitFor();
  // Down and up again, then down to the one who is wanted: the focus never leaves the digits.
  await cashier.keyboard.press("ArrowDown");
  await cashier.keyboard.press("ArrowUp");
  const people = await cashier.getByRole("radio").count();
  for (let steps = 0; steps < people && !(await person.isChecked()); steps += 1) {
    await cashier.keyboard.press("ArrowDown");
  }
  await expect(person).toBeChecked();
  await typeByHand(cashier, "123");
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByRole("alert")).toContainText("6 angka");
  await cashier.getByLabel("PIN", { exact: true }).fill("");
  await person.focus();
  await typeByHand(cashier, supervisor.pin);
  await expect(cashier.getByRole("banner")).toContainText(supervisor.name);
});
