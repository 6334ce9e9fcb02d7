import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { logIn } from "../support/cashier-page.ts";
import { firstOf, test } from "../support/selling.ts";
import { ROOT } from "../support/till-app.ts";
import { changeTillFile } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

const SHOTS = process.env["FIRST_RUN_SHOTS"];
const [width = 0, height = 0] = (process.env["FIRST_RUN_SIZE"] ?? "1366x768")
  .split("x")
  .map(Number);
const size = { width, height };

const vectors = JSON.parse(readFileSync(join(ROOT, "shared/vectors/qris.json"), "utf8")) as {
  readonly vectors: readonly { readonly id: string; readonly payload: string }[];
};
const STICKER = vectors.vectors.find(({ id }) => id === "syn-static-01")?.payload ?? "";

/** As enrolment leaves it. */
const ENROLLED = `INSERT INTO setting (name, value)
  VALUES ('first-run', '{"open":true,"place":"OUTLET","answers":{}}')`;

/** Pictures in both languages for whoever looks at them. */
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
  await page.getByRole("radio", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.screenshot({ path: `${SHOTS}/${name}-en.png` });
  await page.getByRole("radio", { name: "Indonesia" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "id");
}

/** Leaves a step by the keyboard alone. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).press("Enter");
}

test("a new till is set up step by step by the keyboard, and is then ready to work", async ({
  shop,
  open,
  printer,
}) => {
  const supervisor = shop.cashiers[1] ?? firstOf(shop.cashiers);
  changeTillFile(shop.dataDir, ENROLLED);
  const { cashier } = await open({ dataDir: shop.dataDir, size });
  await logIn(cashier, supervisor);
  await expect(cashier.getByRole("region", { name: "Benar ini galerinya?" })).toBeFocused();
  await expectAccessible(cashier, "outlet step");
  await shot(cashier, "1-outlet");
  await press(cashier, "Ya, ini galerinya");

  await cashier.getByLabel("Alamat").fill("127.0.0.1");
  await shot(cashier, "2-printer");
  await cashier.getByLabel("Alamat").fill("127.0.0.1");
  await cashier.getByLabel("Port").fill(String(printer.port));
  await expect(cashier.getByRole("button", { name: "Lanjut" })).toBeDisabled();
  await press(cashier, "Simpan printer");
  await cashier.getByRole("button", { name: "Cetak uji" }).press("Enter");
  await cashier.getByText("Halaman uji tercetak.").waitFor();
  await expectAccessible(cashier, "printer step");
  await shot(cashier, "2-printer-tried");
  await press(cashier, "Bantuan: Struk tidak keluar");
  const help = cashier.getByRole("dialog", { name: "Struk tidak keluar" });
  await expect(help.getByRole("listitem").first()).toContainText("kertas ada");
  if (SHOTS !== undefined) await cashier.screenshot({ path: `${SHOTS}/2-help.png` });
  await cashier.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await press(cashier, "Lanjut");
  await expect(cashier.getByRole("heading", { name: "Coba pemindai" })).toBeVisible();
  await shot(cashier, "3-scanner");
  await scanWithWedge(cashier, "UJI-PINDAI-2468");
  await expect(cashier.getByText("Kode uji terbaca utuh")).toBeVisible();
  await press(cashier, "Lanjut");

  await shot(cashier, "4-qris");
  await scanWithWedge(cashier, STICKER);
  await cashier.getByText("Bandingkan dengan stiker QRIS galeri").waitFor();
  await expectAccessible(cashier, "QRIS step");
  await cashier.getByRole("button", { name: "Sama, pasang kode ini" }).press("Enter");
  await expect(cashier.getByText("QRIS galeri terpasang.")).toBeVisible();
  await shot(cashier, "4-qris-set");
  await press(cashier, "Lanjut");
  await expect(cashier.getByText("Semua siap.")).toBeVisible();
  await shot(cashier, "5-summary");
  await press(cashier, "Mulai bekerja");
  await expect(cashier.getByLabel("Uang modal")).toBeVisible();

  // It can wait, and is opened again from the settings.
  await cashier.getByRole("button", { name: "Setelan" }).click();
  await cashier.getByRole("button", { name: "Panduan pemasangan" }).click();
  await press(cashier, "Nanti saja");
  await press(cashier, "Lewati semua");
  await expect(cashier.getByLabel("Uang modal")).toBeVisible();
});
