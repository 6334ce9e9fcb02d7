import { expect, type Page } from "@playwright/test";
import type { PreparedTill } from "../../electron/core/testing/prepare-till.ts";
import { expectAccessible } from "../support/axe.ts";
import { buyerPanel, storedStrip, tenderByKeys, typeByHand } from "../support/cashier-page.ts";
import { firstOf, test } from "../support/selling.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** Two pieces of the first goods to the first person, paid in cash. */
async function sellTwo(cashier: Page, shop: PreparedTill): Promise<void> {
  const product = firstOf(shop.products);
  await scanWithWedge(cashier, product.barcode);
  await scanWithWedge(cashier, product.barcode);
  await scanWithWedge(cashier, shop.cardOf(firstOf(shop.people)));
  await expect(buyerPanel(cashier)).toContainText(firstOf(shop.people).name);
  await tenderByKeys(cashier, "100000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
}

/** The second cashier is the supervisor: the only one who may approve. */
async function approve(cashier: Page, shop: PreparedTill, title: string): Promise<void> {
  const dialog = cashier.getByRole("dialog", { name: title });
  await dialog.getByLabel("PIN", { exact: true }).focus();
  await typeByHand(cashier, shop.cashiers[1]?.pin ?? "");
  await expect(dialog).toBeHidden();
}

/** What the buyer's panel says of the month after the card is scanned. */
async function monthOf(cashier: Page, shop: PreparedTill): Promise<string> {
  await scanWithWedge(cashier, shop.cardOf(firstOf(shop.people)));
  await expect(buyerPanel(cashier)).toContainText(firstOf(shop.people).name);
  return buyerPanel(cashier).innerText();
}

test("a sale to a civil servant is voided with a supervisor's PIN, and the month falls", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier } = till;
  await sellTwo(cashier, shop);
  await cashier.keyboard.press("F8");
  const history = cashier.getByRole("dialog", { name: "Riwayat penjualan" });
  await expect(history.getByRole("region", { name: /^KB-01-\d{6}-000001$/ })).toBeVisible();
  await expectAccessible(cashier, "history");
  await history.getByRole("button", { name: "Batalkan", exact: true }).click();
  const undo = cashier.getByRole("alertdialog", { name: "Batalkan penjualan" });
  await undo.getByRole("radio", { name: "Pembeli keliru" }).check();
  await expectAccessible(cashier, "void");
  const before = printer.jobs().length;
  await undo.getByRole("button", { name: "Minta persetujuan penyelia" }).click();
  await approve(cashier, shop, "Setujui pembatalan");
  await expect(history.getByText("Dibatalkan: pembeli keliru")).toBeVisible();
  await expect(history.getByRole("button", { name: "Batalkan", exact: true })).toBeHidden();
  await expect
    .poll(() => Buffer.concat(printer.jobs().slice(before)).toString("latin1"))
    .toContain("PEMBATALAN");
  await cashier.keyboard.press("Escape");
  expect(await monthOf(cashier, shop)).toContain("Kurang Rp50.000");
});

test("one of two pieces comes back: its own number, and half the month", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier } = till;
  const { name, unitPrice } = firstOf(shop.products);
  await sellTwo(cashier, shop);
  await cashier.keyboard.press("F8");
  const history = cashier.getByRole("dialog", { name: "Riwayat penjualan" });
  await history.getByRole("button", { name: "Retur barang" }).click();
  const back = cashier.getByRole("dialog", { name: "Retur barang" });
  await back.getByRole("button", { name: `Tambah ${name}` }).click();
  await back.getByLabel(`Keadaan ${name}`).selectOption("RUSAK");
  await expect(back.getByText(/Uang kembali: Rp10\.000/)).toBeVisible();
  await expectAccessible(cashier, "return");
  const before = printer.jobs().length;
  await back.getByRole("button", { name: "Minta persetujuan penyelia" }).click();
  await approve(cashier, shop, "Setujui retur");
  await expect(history.getByText(/^Retur KB-01-\d{6}-000002: barang rusak$/)).toBeVisible();
  await expect(history.getByText("Diretur sebagian").first()).toBeVisible();
  await expect
    .poll(() => Buffer.concat(printer.jobs().slice(before)).toString("latin1"))
    .toContain("RETUR BARANG");
  await cashier.keyboard.press("Escape");
  expect(unitPrice).toBe(10_000);
  expect(await monthOf(cashier, shop)).toContain("Kurang Rp40.000");
});

test("alone, a void needs the reason written out and is marked", async ({ till, shop }) => {
  const { cashier } = till;
  await sellTwo(cashier, shop);
  await cashier.keyboard.press("F8");
  await cashier.getByRole("button", { name: "Batalkan", exact: true }).click();
  const undo = cashier.getByRole("alertdialog", { name: "Batalkan penjualan" });
  await undo.getByLabel("Tidak ada penyelia yang bisa dihubungi").check();
  await undo.getByRole("button", { name: "Batalkan, satu orang" }).click();
  await expect(undo.getByRole("alert")).toContainText("paling sedikit 5 huruf");
  await undo.getByLabel("Catatan").fill("Penyelia di Kraksaan, kartu tertukar");
  await undo.getByRole("button", { name: "Batalkan, satu orang" }).click();
  await expect(cashier.getByText("satu orang, tanpa penyelia")).toBeVisible();
});

test("section 9 row 10, paid but no receipt and no way to find it: it is found by what one knows of it, and its QR stands on both windows", async ({
  till,
  shop,
}) => {
  const { cashier, display } = till;
  await sellTwo(cashier, shop);
  await cashier.keyboard.press("F8");
  const history = cashier.getByRole("dialog", { name: "Riwayat penjualan" });
  const rows = history.getByRole("list", { name: "Penjualan" }).getByRole("listitem");
  const search = history.getByLabel("Cari penjualan");
  for (const text of ["20.000", "1", firstOf(shop.people).name, firstOf(shop.products).name]) {
    await search.fill(text);
    await expect(rows).toHaveCount(1);
  }
  await search.fill("tidak ada yang begini");
  await expect(history.getByText("Tidak ada penjualan yang cocok.")).toBeVisible();
  await search.fill("");
  await scanWithWedge(cashier, shop.cardOf(firstOf(shop.people)));
  await expect(rows).toHaveCount(1);
  await history.getByRole("button", { name: "QR struk" }).click();
  await expect(cashier.getByRole("img", { name: /^Kode QR struk KB-01/ })).toBeVisible();
  await expect(display.getByRole("img", { name: /^Kode QR struk KB-01/ })).toBeVisible();
  await expectAccessible(cashier, "receipt's QR");
  await expectAccessible(display, "display, receipt's QR");
  await cashier.keyboard.press("Escape");
  await expect(display.getByRole("img", { name: /^Kode QR struk KB-01/ })).toBeHidden();
});
