import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { PreparedTill } from "../../electron/core/testing/prepare-till.ts";
import { expectAccessible } from "../support/axe.ts";
import { buyerPanel, cartLines, storedStrip, tenderByKeys } from "../support/cashier-page.ts";
import { test } from "../support/selling.ts";
import type { TillApp } from "../support/till-app.ts";
import { scanWithWedge } from "../support/wedge.ts";

const OFFICE = "Dinas Koperasi, Usaha Mikro, Perdagangan dan Perindustrian";

/** Everything on the shelf, to an office that will file the papers. */
async function sellToOffice(cashier: Page, { products }: PreparedTill): Promise<void> {
  for (const { barcode } of products) await scanWithWedge(cashier, barcode);
  await expect(cartLines(cashier)).toHaveCount(products.length);
  await cashier.keyboard.press("Control+I");
  await cashier.getByRole("radio", { name: "OPD" }).check();
  await cashier.getByLabel("Nama lembaga").fill(OFFICE);
  await cashier.getByLabel("Acuan").fill("500.2.2/1187/426.110/2026");
  await cashier.keyboard.press("Enter");
  await expect(buyerPanel(cashier)).toContainText(OFFICE);
  await tenderByKeys(cashier, "10000000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
}

/** A person picks this place in the system's own dialog, or closes it. */
async function answerSaveDialog({ app }: TillApp, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePath: chosen ?? "" });
  }, filePath);
}

test("an office's nota and kuitansi are saved as A4 pages with the till's own letters", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  await sellToOffice(cashier, shop);
  await cashier.keyboard.press("F8");
  const history = cashier.getByRole("dialog", { name: "Riwayat penjualan" });
  await history.getByRole("button", { name: "PDF A4" }).click();
  const papers = cashier.getByRole("dialog", { name: "Nota dan kuitansi A4" });
  const preview = papers.getByRole("region", { name: "Pratinjau kuitansi dan nota" });
  await expect(preview).toContainText(OFFICE);
  await expect(preview).toContainText(/ribu.* rupiah/i);
  await expect(preview).toContainText("Bendahara Pengeluaran");
  await expectAccessible(cashier, "nota on A4");
  await answerSaveDialog(till, null);
  const save = papers.getByRole("button", { name: "Simpan PDF" });
  await save.click();
  await expect(save).toBeVisible();
  await answerSaveDialog(till, join(shop.dataDir, "tidak ada", "kuitansi.pdf"));
  await save.click();
  await expect(papers.getByRole("alert")).toContainText("belum tersimpan");
  const file = join(process.env["KEEP_PDF"] ?? shop.dataDir, "kuitansi.pdf");
  await answerSaveDialog(till, file);
  await save.click();
  await expect(papers.getByText("PDF tersimpan")).toBeVisible();
  const pdf = (await readFile(file)).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(2);
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  expect(pdf).toMatch(/\+PlusJakartaSans/);
  await cashier.keyboard.press("Escape");
  await expect(papers).toBeHidden();
  await expect(history).toBeVisible();
});
