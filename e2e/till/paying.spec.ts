import { setTimeout } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import {
  cartLines,
  logIn,
  searchField,
  storedStrip,
  tenderByKeys,
} from "../support/cashier-page.ts";
import { coreProcessId } from "../shell/processes.ts";
import { firstOf, test } from "../support/selling.ts";
import { storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

async function fillCart(cashier: Page, barcode: string): Promise<void> {
  await scanWithWedge(cashier, barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("F6");
}

test("Enter held or pressed twice sells once", async ({ till, shop }) => {
  const { cashier } = till;
  await fillCart(cashier, firstOf(shop.products).barcode);
  await tenderByKeys(cashier, "200000");
  await Promise.all([
    cashier.keyboard.press("Enter"),
    cashier.keyboard.press("Enter"),
    cashier.keyboard.press("Enter"),
  ]);
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  await expect(cartLines(cashier)).toHaveCount(0);
  expect(storedSales(shop.dataDir)).toHaveLength(1);
});

test("section 9 row 2, duplicates after a double tap: it sells and prints once", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier } = till;
  const before = printer.jobs().length;
  await fillCart(cashier, firstOf(shop.products).barcode);
  await tenderByKeys(cashier, "200000");
  await cashier.getByRole("button", { name: /^Terima Rp/ }).dblclick();
  await expect(storedStrip(cashier)).toContainText("Struk tercetak");
  const [sale, ...others] = storedSales(shop.dataDir);
  expect(others).toEqual([]);
  const receipts = printer.jobs().slice(before);
  const withNumber = receipts.filter((bytes) => Buffer.from(bytes).includes(sale?.number ?? "?"));
  expect(withNumber).toHaveLength(1);
});

test("too little money is not taken, and says what is missing", async ({ till, shop }) => {
  const { cashier } = till;
  await fillCart(cashier, firstOf(shop.products).barcode);
  await tenderByKeys(cashier, "500");
  await expect(cashier.getByText("Masih kurang")).toBeVisible();
  await expect(cashier.getByRole("button", { name: /^Terima/ })).toBeDisabled();
  await cashier.keyboard.press("Enter");
  expect(storedSales(shop.dataDir)).toEqual([]);
});

test("a core that dies before it took the payment: the cashier is told that nothing is stored", async ({
  till,
  shop,
}) => {
  const { app, cashier } = till;
  await fillCart(cashier, firstOf(shop.products).barcode);
  await tenderByKeys(cashier, "200000");
  const core = await coreProcessId(app);
  process.kill(core, "SIGSTOP");
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByRole("button", { name: "Menyimpan" })).toBeVisible();
  process.kill(core, "SIGKILL");
  const verdict = cashier.getByRole("alertdialog", { name: "Transaksi belum tersimpan" });
  await expect(verdict).toBeVisible({ timeout: 20_000 });
  expect(storedSales(shop.dataDir)).toEqual([]);
  await verdict.getByRole("button", { name: "Kembali ke keranjang" }).click();
  await logIn(cashier, firstOf(shop.cashiers));
  await expect(cartLines(cashier)).toHaveCount(1);
  await tenderByKeys(cashier, "200000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(storedSales(shop.dataDir)).toHaveLength(1);
});

// Found by the clock, so that over many runs every step of a payment is met.
for (const delayMs of [3, 12]) {
  test(`a core killed ${delayMs} ms into a payment: what is said is what is stored`, async ({
    till,
    shop,
  }) => {
    const { app, cashier } = till;
    await fillCart(cashier, firstOf(shop.products).barcode);
    await tenderByKeys(cashier, "200000");
    const core = await coreProcessId(app);
    await cashier.keyboard.press("Enter");
    await setTimeout(delayMs);
    process.kill(core, "SIGKILL");
    const verdict = await verdictOf(cashier);
    const sales = storedSales(shop.dataDir);
    expect(sales).toHaveLength(verdict === "lost" ? 0 : 1);
    await logIn(cashier, firstOf(shop.cashiers));
    await searchField(cashier).waitFor();
    await expect(cartLines(cashier)).toHaveCount(verdict === "lost" ? 1 : 0);
  });
}

/** What the window says happened, once the core is there again. */
async function verdictOf(cashier: Page): Promise<"stored" | "lost" | "done"> {
  const login = cashier.getByRole("heading", { name: "Siapa yang bertugas?" });
  await expect(login).toBeVisible({ timeout: 30_000 });
  const stored = cashier.getByRole("alertdialog", { name: "Transaksi sudah tersimpan" });
  const lost = cashier.getByRole("alertdialog", { name: "Transaksi belum tersimpan" });
  if (await stored.isVisible()) {
    await stored.getByRole("button", { name: "Mengerti" }).click();
    return "stored";
  }
  if (await lost.isVisible()) {
    await lost.getByRole("button", { name: "Kembali ke keranjang" }).click();
    return "lost";
  }
  return "done";
}
