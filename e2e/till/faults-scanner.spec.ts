import { expect, type Page } from "@playwright/test";
import { cardWords } from "../../renderer/texts/card-words.ts";
import { buyerPanel, cartLines, messages, searchField } from "../support/cashier-page.ts";
import { firstOf, sharing as test, type Standing } from "../support/selling.ts";
import type { TillApp } from "../support/till-app.ts";
import { storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** What the slowest scanners leave between two keys. */
const SLOW_GAP_MS = 80;

const cardOf = ({ shop }: Standing): string => shop.cardOf(firstOf(shop.people));

test.afterEach(async ({ standing: { till } }) => emptyCart(till.cashier));

async function emptyCart(cashier: Page): Promise<void> {
  await cashier.keyboard.press("Escape");
  await cashier.keyboard.press("Control+Delete");
  const sure = cashier.getByRole("button", { name: "Kosongkan", exact: true });
  await sure.click();
  await expect(cartLines(cashier)).toHaveCount(0);
}

/** Keys as a scanner sends them to a computer whose Caps Lock was left on. */
async function scanUnderCapsLock(till: TillApp, text: string): Promise<void> {
  await till.app.evaluate(({ BrowserWindow }, code) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.isFocusable());
    for (const char of code) {
      const modifiers: ("capslock" | "shift")[] = ["capslock"];
      if (/[A-Z]/.test(char)) modifiers.push("shift");
      const typed = /[A-Z]/.test(char) ? char.toLowerCase() : char.toUpperCase();
      window?.webContents.sendInputEvent({ type: "keyDown", keyCode: char, modifiers });
      window?.webContents.sendInputEvent({ type: "char", keyCode: typed, modifiers });
      window?.webContents.sendInputEvent({ type: "keyUp", keyCode: char, modifiers });
    }
    window?.webContents.sendInputEvent({ type: "keyDown", keyCode: "Return" });
    window?.webContents.sendInputEvent({ type: "keyUp", keyCode: "Return" });
  }, text);
}

test("a slow scanner's bar code is one line, with an AIM id before it too", async ({
  standing: { till, shop },
}) => {
  const { cashier } = till;
  const { barcode } = firstOf(shop.products);
  await scanWithWedge(cashier, barcode, SLOW_GAP_MS);
  await expect(cartLines(cashier).first()).toHaveAccessibleName(/, 1 buah,/);
  await scanWithWedge(cashier, `]E0${barcode}`, SLOW_GAP_MS);
  await expect(cartLines(cashier).first()).toHaveAccessibleName(/, 2 buah,/);
  await expect(cartLines(cashier)).toHaveCount(1);
  await expect(searchField(cashier)).toHaveValue("");
});

test("a slow scanner's card is its holder", async ({ standing }) => {
  const { cashier } = standing.till;
  await scanWithWedge(cashier, cardOf(standing), SLOW_GAP_MS);
  await expect(buyerPanel(cashier)).toContainText(firstOf(standing.shop.people).name);
});

test("Caps Lock changes neither a card nor a bar code", async ({ standing }) => {
  const { till, shop } = standing;
  await scanUnderCapsLock(till, cardOf(standing));
  await expect(buyerPanel(till.cashier)).toContainText(firstOf(shop.people).name);
  await scanUnderCapsLock(till, firstOf(shop.products).sku);
  await expect(cartLines(till.cashier)).toHaveCount(1);
});

test("an AIM id before a card or a bar code is no part of it", async ({ standing }) => {
  const { till, shop } = standing;
  await scanWithWedge(till.cashier, `]Q1${cardOf(standing)}`);
  await expect(buyerPanel(till.cashier)).toContainText(firstOf(shop.people).name);
  await scanWithWedge(till.cashier, `]E0${firstOf(shop.products).barcode}`);
  await expect(cartLines(till.cashier)).toHaveCount(1);
});

test("a burst into a field with text in it is taken out, and the text stays", async ({
  standing: { till, shop },
}) => {
  const { cashier } = till;
  await searchField(cashier).pressSequentially("kopi", { delay: 110 });
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await expect(searchField(cashier)).toHaveValue("kopi");
});

test("the scanner's Enter presses no Pay button that has the focus", async ({
  standing: { till, shop },
}) => {
  const { cashier } = till;
  const [first, second] = shop.products;
  const before = storedSales(shop.dataDir).length;
  await scanWithWedge(cashier, first?.barcode ?? "");
  await expect(cartLines(cashier)).toHaveCount(1);
  const pay = cashier.getByRole("button", { name: /^Bayar/ });
  await pay.focus();
  await scanWithWedge(cashier, second?.barcode ?? "");
  await expect(cartLines(cashier)).toHaveCount(2);
  await expect(cashier.getByLabel("Uang diterima", { exact: true })).toBeHidden();
  await cashier.keyboard.press("F6");
  await pay.click();
  await cashier.getByRole("button", { name: /^Terima Rp/ }).focus();
  await scanWithWedge(cashier, first?.barcode ?? "");
  await expect(cartLines(cashier).first()).toHaveAccessibleName(/, 2 buah,/);
  expect(storedSales(shop.dataDir)).toHaveLength(before);
});

test("400 characters of noise are one unknown code, and nothing of it stays in a field", async ({
  standing: { till, shop },
}) => {
  const { cashier } = till;
  await searchField(cashier).focus();
  await scanWithWedge(cashier, "k7;/x".repeat(80));
  await expect(messages(cashier)).toHaveCount(1);
  await expect(messages(cashier)).toContainText(cardWords.unbound);
  await expect(searchField(cashier)).toHaveValue("");
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await expect(messages(cashier)).toHaveCount(0);
});
