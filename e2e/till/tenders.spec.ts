import { expect, type Page } from "@playwright/test";
import { parseQris } from "../../shared/domain/qris.ts";
import { expectAccessible } from "../support/axe.ts";
import { cartLines, logIn, searchField, storedStrip, typeByHand } from "../support/cashier-page.ts";
import { qrisCode, STICKER } from "../support/qris-codes.ts";
import { readQr } from "../support/read-qr.ts";
import { firstOf, test } from "../support/selling.ts";
import type { TillApp } from "../support/till-app.ts";
import { changeTillFile, storedSales, storedTenders } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** Opens the drawer: ESC p. */
const DRAWER = Buffer.from([0x1b, 0x70]);

/** The code shown is past its time, and another was paid for a cart that is gone. */
const OUT_OF_TIME_AND_LOST = `
  UPDATE qris_tender SET expires_at = created_at + 1;
  INSERT INTO qris_tender (qris_id, cart_id, amount, payload, created_at, expires_at, state,
    confirmed_by)
  SELECT '018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002', 7000,
    payload, created_at, expires_at, 'CONFIRMED', 'cashier' FROM qris_tender;
`;

/** Locks the till and lets somebody else take over. */
async function changeTo(cashier: Page, who: { name: string; pin: string }): Promise<void> {
  await cashier.keyboard.press("Control+l");
  await logIn(cashier, who);
  await searchField(cashier).waitFor();
}

async function fillCart(cashier: Page, barcode: string): Promise<void> {
  await scanWithWedge(cashier, barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("F6");
}

async function installQris(
  { cashier }: TillApp,
  supervisor: { name: string; pin: string },
): Promise<void> {
  await changeTo(cashier, supervisor);
  await cashier.keyboard.press("F10");
  await cashier.getByRole("button", { name: "Pasang kode QRIS" }).click();
  await scanWithWedge(cashier, STICKER);
  await cashier.getByText("Bandingkan dengan stiker").waitFor();
}

test("a supervisor sets the shop's QRIS by scanning its sticker, and a wrong code is told why", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  await cashier.keyboard.press("F10");
  await expect(cashier.getByText("Hanya penyelia")).toBeVisible();
  await cashier.keyboard.press("Escape");
  await changeTo(cashier, shop.cashiers[1] ?? firstOf(shop.cashiers));
  await cashier.keyboard.press("F10");
  await cashier.getByRole("button", { name: "Pasang kode QRIS" }).click();
  await scanWithWedge(cashier, qrisCode("neg-static-with-no-tag51"));
  await expect(cashier.getByRole("alert")).toContainText("tidak memuat NMID");
  await cashier.getByLabel("Kode QRIS statis").fill(qrisCode("neg-crc-one-digit-off"));
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByRole("alert")).toContainText("Angka pemeriksa");
  await expectAccessible(cashier, "QRIS set-up");
  await scanWithWedge(cashier, STICKER);
  await expect(cashier.getByText("GALERI DEKRANASDA UJI")).toBeVisible();
  await expect(cashier.getByText("ID1000000000001")).toBeVisible();
  await expectAccessible(cashier, "QRIS to compare");
  await cashier.getByRole("button", { name: "Sama, pasang kode ini" }).click();
  const section = cashier.getByRole("region", { name: "QRIS galeri" });
  await expect(section).toContainText("GALERI DEKRANASDA UJI");
});

test("a sale by QRIS shows its code on both screens and is stored once the cashier saw the money", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier, display } = till;
  await installQris(till, shop.cashiers[1] ?? firstOf(shop.cashiers));
  await cashier.getByRole("button", { name: "Sama, pasang kode ini" }).click();
  await cashier.keyboard.press("Escape");
  const { barcode, unitPrice } = firstOf(shop.products);
  const before = printer.jobs().length;
  await fillCart(cashier, barcode);
  await cashier.keyboard.press("F9");
  await cashier.keyboard.press("F2");
  await expect(cashier.getByLabel("Jumlah", { exact: true })).toBeFocused();
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByRole("img", { name: "Kode QRIS" })).toBeVisible();
  await display.getByRole("img", { name: "Kode QRIS" }).waitFor();
  await expect(display.getByText("GALERI DEKRANASDA UJI")).toBeVisible();
  await expect(cashier.getByText("Jangan percaya tangkapan layar")).toBeVisible();
  const read = await readQr(display);
  expect(parseQris(read)).toMatchObject({
    ok: true,
    value: { amount: unitPrice, pointOfInitiation: "dynamic", nmid: "ID1000000000001" },
  });
  expect(await readQr(cashier)).toBe(read);
  await expectAccessible(cashier, "QRIS code");
  await expectAccessible(display, "display, QRIS");
  await cashier.keyboard.press("Enter");
  expect(storedSales(shop.dataDir)).toEqual([]);
  await cashier.getByRole("button", { name: "Uang sudah masuk" }).click();
  await expect(storedStrip(cashier)).toContainText("Struk tercetak");
  expect(storedTenders(shop.dataDir)).toEqual([
    { kind: "QRIS", amount: unitPrice, confirmed_by: "cashier" },
  ]);
  const receipt = Buffer.from(printer.jobs().at(-1) ?? []).toString("latin1");
  expect(receipt).toContain("QRIS");
  expect(receipt).not.toContain("Tunai");
  const opened = printer
    .jobs()
    .slice(before)
    .some((job) => Buffer.from(job).includes(DRAWER));
  expect(opened, "the drawer stays shut without cash").toBe(false);
});

test("a code that is cancelled leaves the display, and a paid one waits for its sale", async ({
  till,
  shop,
}) => {
  const { cashier, display } = till;
  await installQris(till, shop.cashiers[1] ?? firstOf(shop.cashiers));
  await cashier.getByRole("button", { name: "Sama, pasang kode ini" }).click();
  await cashier.keyboard.press("Escape");
  await fillCart(cashier, firstOf(shop.products).barcode);
  await cashier.keyboard.press("F9");
  await cashier.keyboard.press("F2");
  await cashier.keyboard.press("Enter");
  await display.getByRole("img", { name: "Kode QRIS" }).waitFor();
  await cashier.getByRole("button", { name: "Batalkan kode" }).click();
  await display.getByText("Belanja Anda").waitFor();
  const amount = cashier.getByLabel("Jumlah", { exact: true });
  await amount.fill("4000");
  await cashier.keyboard.press("Enter");
  await cashier.getByRole("button", { name: "Uang sudah masuk" }).click();
  await expect(cashier.getByLabel("Masih harus dibayar")).toHaveText("Rp6.000");
  await cashier.keyboard.press("Escape");
  await cashier.keyboard.press("Control+Delete");
  await cashier.getByRole("button", { name: "Kosongkan", exact: true }).click();
  await expect(cashier.getByRole("alert")).toContainText("sudah dibayar dengan QRIS");
  await cashier.keyboard.press("F9");
  await expect(cashier.getByLabel("Masih harus dibayar")).toHaveText("Rp6.000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(storedTenders(shop.dataDir)).toEqual([
    { kind: "QRIS", amount: 4_000, confirmed_by: "cashier" },
    { kind: "CASH", amount: 6_000, confirmed_by: null },
  ]);
});

test("transfer and cash pay one sale by keyboard alone, and the receipt names both", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier } = till;
  await fillCart(cashier, firstOf(shop.products).barcode);
  await cashier.keyboard.press("F9");
  await cashier.keyboard.press("F3");
  await expect(cashier.getByLabel("Nomor referensi transfer")).toBeFocused();
  await typeByHand(cashier, "TRX 88");
  await cashier.keyboard.press("Tab");
  await typeByHand(cashier, "7000");
  await expectAccessible(cashier, "transfer");
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByLabel("Masih harus dibayar")).toHaveText("Rp3.000");
  await expect(cashier.getByLabel("Uang diterima", { exact: true })).toBeFocused();
  await typeByHand(cashier, "5000");
  await expectAccessible(cashier, "cash for the rest");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Struk tercetak");
  expect(storedTenders(shop.dataDir)).toEqual([
    { kind: "TRANSFER", amount: 7_000, confirmed_by: "cashier" },
    { kind: "CASH", amount: 5_000, confirmed_by: null },
  ]);
  const receipt = Buffer.from(printer.jobs().at(-1) ?? []).toString("latin1");
  for (const text of ["Transfer", "Rp7.000", "Tunai", "Rp5.000", "Kembali", "Rp2.000"]) {
    expect(receipt).toContain(text);
  }
});

test("a card without its approval code is not taken, nor a rupiah more than is owed", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  await fillCart(cashier, firstOf(shop.products).barcode);
  await cashier.keyboard.press("F9");
  await cashier.keyboard.press("F4");
  await cashier.keyboard.press("Enter");
  expect(storedSales(shop.dataDir)).toEqual([]);
  await typeByHand(cashier, "A1");
  await cashier.keyboard.press("Tab");
  await typeByHand(cashier, "10001");
  await expect(cashier.getByText("kembalian hanya dari uang tunai")).toBeVisible();
  await cashier.keyboard.press("Enter");
  expect(storedSales(shop.dataDir)).toEqual([]);
  await cashier.getByLabel("Jumlah", { exact: true }).fill("10000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(storedTenders(shop.dataDir)).toEqual([
    { kind: "CARD", amount: 10_000, confirmed_by: "cashier" },
  ]);
});

test("after a restart a code out of time can still be confirmed, and money of a lost cart is shown", async ({
  till,
  shop,
  open,
}) => {
  const supervisor = shop.cashiers[1] ?? firstOf(shop.cashiers);
  await installQris(till, supervisor);
  await till.cashier.getByRole("button", { name: "Sama, pasang kode ini" }).click();
  await till.cashier.keyboard.press("Escape");
  await fillCart(till.cashier, firstOf(shop.products).barcode);
  await till.cashier.keyboard.press("F9");
  await till.cashier.keyboard.press("F2");
  await till.cashier.keyboard.press("Enter");
  await till.display.getByRole("img", { name: "Kode QRIS" }).waitFor();
  await till.close();
  changeTillFile(shop.dataDir, OUT_OF_TIME_AND_LOST);
  const { cashier, display } = await open({ dataDir: shop.dataDir });
  await logIn(cashier, supervisor);
  await cartLines(cashier).first().waitFor();
  await display.getByText("Belanja Anda").waitFor();
  await cashier.keyboard.press("F9");
  await expect(cashier.getByText("Waktu kode habis")).toBeVisible();
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByText("Waktu kode habis")).toBeVisible();
  await expectAccessible(cashier, "QRIS out of time");
  await cashier.getByRole("button", { name: "Uang ternyata sudah masuk" }).click();
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  await cashier.keyboard.press("F10");
  const section = cashier.getByRole("region", { name: "QRIS galeri" });
  await expect(section).toContainText("Rp7.000");
  await expectAccessible(cashier, "money of a lost cart");
  await section.getByRole("button", { name: "Uang sudah dikembalikan" }).click();
  await expect(section).not.toContainText("Rp7.000");
});
