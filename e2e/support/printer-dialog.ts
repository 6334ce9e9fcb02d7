import type { Page } from "@playwright/test";

/** Tells the till where its printer is, by the dialog a person uses, and prints the test page. */
export async function setPrinter(
  cashier: Page,
  at: { readonly host: string; readonly port: number },
): Promise<void> {
  await cashier.keyboard.press("F10");
  const dialog = cashier.getByRole("dialog", { name: "Keadaan kasir" });
  await dialog.getByLabel("Alamat").fill(at.host);
  await dialog.getByLabel("Port").fill(String(at.port));
  await dialog.getByLabel("Lebar kertas").selectOption("48");
  await dialog.getByRole("button", { name: "Simpan printer" }).click();
  await dialog.getByRole("button", { name: "Cetak uji" }).click();
  await dialog.getByText(/^Halaman uji (tercetak|dikirim)\.$/).waitFor();
  await dialog.getByRole("button", { name: "Tutup", exact: true }).first().click();
}
