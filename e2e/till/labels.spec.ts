import { expect, type Page } from "@playwright/test";
import { decodePaper } from "../../electron/core/printing/testing/decode-paper.ts";
import {
  type NetworkPrinter,
  startNetworkPrinter,
} from "../../electron/core/printing/testing/network-printer.ts";
import { expectAccessible } from "../support/axe.ts";
import { approve, cartLines, searchField } from "../support/cashier-page.ts";
import { openStatus } from "../support/printer-dialog.ts";
import { firstOf, supervisorOf, test } from "../support/selling.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** A second printer, for labels, set up by the dialog a person uses. */
async function addLabelPrinter(cashier: Page, port: number, pin: string): Promise<void> {
  const dialog = cashier.getByRole("dialog", { name: "Keadaan kasir" });
  await dialog.getByRole("button", { name: "Tambah printer" }).click();
  await dialog.getByLabel("Nama printer").fill("Printer label");
  await dialog.getByLabel("Untuk mencetak").selectOption("LABEL");
  await dialog.getByLabel("Alamat").fill("127.0.0.1");
  await dialog.getByLabel("Port").fill(String(port));
  await dialog.getByLabel("Lebar kertas").selectOption("32");
  await dialog.getByRole("button", { name: "Simpan printer" }).click();
  await approve(cashier, pin);
  await expect(dialog.getByText("Printer label", { exact: false }).first()).toBeVisible();
  await dialog.getByRole("button", { name: "Tutup", exact: true }).first().click();
}

function codesOn(printer: NetworkPrinter): string[] {
  const items = printer.jobs().flatMap((bytes) => decodePaper(bytes));
  return items.flatMap((item) => (item.kind === "QR" ? [item.data] : []));
}

test("labels for goods: a till without a label printer says how to get one, then prints by keys alone", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  const { name, barcode } = firstOf(shop.products);
  const printer = await startNetworkPrinter({ kind: "SILENT" });
  await searchField(cashier).focus();
  await cashier.keyboard.press("Control+G");
  const dialog = cashier.getByRole("dialog", { name: "Cetak label barang" });
  await expect(dialog).toContainText("Belum ada printer label.");
  await expectAccessible(cashier, "no label printer");
  await dialog.getByRole("button", { name: "Atur printer" }).click();
  await addLabelPrinter(cashier, printer.port, supervisorOf(shop).pin);
  await cashier.keyboard.press("Control+G");
  await dialog.getByLabel("Cari barang").fill(name);
  await expect(dialog.getByRole("list", { name: "Barang yang cocok" })).toContainText(name);
  await expectAccessible(cashier, "goods to label");
  await cashier.keyboard.press("Enter");
  await expect(dialog.getByLabel("Jumlah label")).toBeFocused();
  await expectAccessible(cashier, "how many labels");
  await cashier.keyboard.type("3", { delay: 120 });
  await cashier.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect.poll(() => codesOn(printer).length).toBe(3);
  await scanWithWedge(cashier, firstOf(codesOn(printer)));
  await expect(cartLines(cashier)).toHaveCount(1);
  await scanWithWedge(cashier, barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await printer.turnOff();
});

test("the tag on a product's picture asks how many labels", async ({ till, shop }) => {
  const { cashier } = till;
  const printer = await startNetworkPrinter({ kind: "SILENT" });
  await openStatus(cashier);
  await addLabelPrinter(cashier, printer.port, supervisorOf(shop).pin);
  const card = cashier.getByRole("gridcell").first();
  await card.hover();
  await card.getByRole("button", { name: /^Cetak label / }).click();
  const dialog = cashier.getByRole("dialog", { name: "Cetak label barang" });
  await dialog.getByRole("button", { name: "Cetak label" }).click();
  await expect.poll(() => codesOn(printer).length).toBe(1);
  await printer.turnOff();
});
