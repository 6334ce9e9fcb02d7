import { expect, type Page } from "@playwright/test";
import {
  type SimulatedProvider,
  startSimulatedProvider,
} from "../../electron/core/testing/simulated-provider.ts";
import { expectAccessible } from "../support/axe.ts";
import { cartLines, storedStrip } from "../support/cashier-page.ts";
import { firstOf, startShift, test as selling } from "../support/selling.ts";
import type { TillApp } from "../support/till-app.ts";
import { openProviderCodes, storedSales, storedTenders } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** A till whose core asks a payment provider: a process of its own that plays one. */
const test = selling.extend<{ provider: SimulatedProvider; paidTill: TillApp }>({
  provider: async ({ browserName: _ }, use) => {
    const provider = await startSimulatedProvider();
    await use(provider);
    await provider.stop();
  },
  paidTill: async ({ provider, shop, open }, use) => {
    process.env["BELA_BELI_PROVIDER_PORT"] = String(provider.port);
    const till = await open({ dataDir: shop.dataDir, switches: ["--core=provider"] });
    await startShift(till, shop);
    await use(till);
  },
});

async function askForCode(cashier: Page, barcode: string): Promise<void> {
  await scanWithWedge(cashier, barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("F6");
  await cashier.keyboard.press("F9");
  await cashier.keyboard.press("F2");
  await expect(cashier.getByLabel("Jumlah", { exact: true })).toBeFocused();
  await cashier.keyboard.press("Enter");
}

test("with a provider a payment is in when the provider says so, and no cashier can say it", async ({
  paidTill: { cashier, display },
  provider,
  shop,
}) => {
  const { barcode, unitPrice } = firstOf(shop.products);
  await askForCode(cashier, barcode);
  await expect(cashier.getByRole("img", { name: "Kode QRIS" })).toBeVisible();
  await display.getByRole("img", { name: "Kode QRIS" }).waitFor();
  await expect(cashier.getByText("Menunggu kabar dari penyedia pembayaran")).toBeVisible();
  await expect(cashier.getByRole("button", { name: "Uang sudah masuk" })).toHaveCount(0);
  await expectAccessible(cashier, "waiting for the provider");
  expect(storedSales(shop.dataDir)).toEqual([]);
  await provider.pay(firstOf(openProviderCodes(shop.dataDir)));
  await expect(cashier.getByRole("button", { name: "Simpan penjualan" })).toBeVisible();
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(storedTenders(shop.dataDir)).toEqual([
    { kind: "QRIS", amount: unitPrice, confirmed_by: "provider" },
  ]);
});

test("a code the cashier cancels is taken back at the provider, and leaves both screens", async ({
  paidTill: { cashier, display },
  provider,
  shop,
}) => {
  await askForCode(cashier, firstOf(shop.products).barcode);
  await display.getByRole("img", { name: "Kode QRIS" }).waitFor();
  const ref = firstOf(openProviderCodes(shop.dataDir));
  await cashier.getByRole("button", { name: "Batalkan kode" }).click();
  await expect(cashier.getByRole("img", { name: "Kode QRIS" })).toBeHidden();
  await display.getByText("Belanja Anda").waitFor();
  await expect.poll(() => provider.stateOf(ref)).toBe("CANCELLED");
  expect(storedSales(shop.dataDir)).toEqual([]);
});

test("a provider that cannot be reached is said, and cash still pays", async ({
  paidTill: { cashier },
  provider,
  shop,
}) => {
  await provider.stop();
  await askForCode(cashier, firstOf(shop.products).barcode);
  await expect(cashier.getByRole("alert")).toContainText(
    "Penyedia pembayaran tidak dapat dihubungi",
  );
  await cashier.keyboard.press("F1");
  await expect(cashier.getByLabel("Uang diterima", { exact: true })).toBeFocused();
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(storedTenders(shop.dataDir)).toMatchObject([{ kind: "CASH" }]);
});
