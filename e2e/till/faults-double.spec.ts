import { expect, type Page } from "@playwright/test";
import { cartLines, storedStrip, tenderByKeys } from "../support/cashier-page.ts";
import { firstOf, sharing as test } from "../support/selling.ts";
import { storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

const ENTER = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13 };

/** Holds Enter down: `opens` is what its first stroke does, before the keyboard repeats it. */
async function holdEnter(cashier: Page, opens: () => Promise<void>): Promise<void> {
  const session = await cashier.context().newCDPSession(cashier);
  const down = { type: "keyDown", ...ENTER, text: "\r" } as const;
  await session.send("Input.dispatchKeyEvent", down);
  await opens();
  for (let count = 0; count < 5; count += 1) {
    await session.send("Input.dispatchKeyEvent", { ...down, autoRepeat: true });
  }
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...ENTER });
  await session.detach();
}

async function ringUp(cashier: Page, barcode: string): Promise<void> {
  await scanWithWedge(cashier, barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("F6");
}

const received = (cashier: Page) => cashier.getByLabel("Uang diterima", { exact: true });

test("Enter held on the Pay button opens the sheet and takes no money", async ({
  standing: { till, shop },
}) => {
  const { cashier } = till;
  const before = storedSales(shop.dataDir).length;
  await ringUp(cashier, firstOf(shop.products).barcode);
  await cashier.getByRole("button", { name: /^Bayar/ }).focus();
  await holdEnter(cashier, () => expect(received(cashier)).toBeFocused());
  await expect(received(cashier)).toBeFocused();
  expect(storedSales(shop.dataDir)).toHaveLength(before);
  await holdEnter(cashier, () => expect(storedStrip(cashier)).toContainText("Tersimpan"));
  expect(storedSales(shop.dataDir)).toHaveLength(before + 1);
});

test("a double click on the Pay button opens the sheet, which stays open", async ({
  standing: { till, shop },
}) => {
  const { cashier } = till;
  const before = storedSales(shop.dataDir).length;
  await ringUp(cashier, firstOf(shop.products).barcode);
  await cashier.getByRole("button", { name: /^Bayar/ }).dblclick();
  await expect(received(cashier)).toBeFocused();
  expect(storedSales(shop.dataDir)).toHaveLength(before);
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
});

test("the second click of a double click, come late, puts nothing into the next cart", async ({
  standing: { till, shop },
}) => {
  const { cashier } = till;
  const before = storedSales(shop.dataDir).length;
  await ringUp(cashier, firstOf(shop.products).barcode);
  await tenderByKeys(cashier, "200000");
  const box = await cashier.getByRole("button", { name: /^Terima Rp/ }).boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await cashier.mouse.click(x, y);
  await expect(received(cashier)).toBeHidden();
  await cashier.mouse.click(x, y, { clickCount: 2 });
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  await expect(storedStrip(cashier)).toContainText("Struk tercetak");
  await expect(cartLines(cashier)).toHaveCount(0);
  expect(storedSales(shop.dataDir)).toHaveLength(before + 1);
});
