import type { Page } from "@playwright/test";
import { approve } from "./cashier-page.ts";

/** Opens the dialog about centre and printers by its button in the top bar. */
export async function openStatus(cashier: Page): Promise<void> {
  await cashier.getByRole("button", { name: "Keadaan kasir dan printer" }).click();
}

/** Tells the till where its printer is, a supervisor beside, and prints the test page. */
export async function setPrinter(
  cashier: Page,
  at: { readonly host: string; readonly port: number; readonly supervisorPin: string },
): Promise<void> {
  await openStatus(cashier);
  const dialog = cashier.getByRole("dialog", { name: "Keadaan kasir" });
  await dialog.getByLabel("Alamat").fill(at.host);
  await dialog.getByLabel("Port").fill(String(at.port));
  await dialog.getByLabel("Lebar kertas").selectOption("48");
  await dialog.getByRole("button", { name: "Simpan printer" }).click();
  await approve(cashier, at.supervisorPin);
  await dialog.getByRole("button", { name: "Cetak uji" }).click();
  await dialog.getByText(/^Halaman uji (tercetak|dikirim)\.$/).waitFor();
  await dialog.getByRole("button", { name: "Tutup", exact: true }).first().click();
}
