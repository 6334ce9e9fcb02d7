import type { Locator, Page } from "@playwright/test";

/** A person's pace at the keyboard: nothing slower than this is ever taken for a scanner. */
const HUMAN_KEY_MS = 110;

/** Types as a person does. */
export async function typeByHand(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: HUMAN_KEY_MS });
}

/** Types the code from the centre and answers with the fingerprint the till shows for comparing. */
export async function enrol(
  cashier: Page,
  at: { readonly centreUrl: string; readonly code: string },
): Promise<string> {
  await cashier.getByLabel("Alamat pusat").fill(at.centreUrl);
  await cashier.getByLabel("Kode pendaftaran").fill(at.code);
  await cashier.getByRole("button", { name: "Daftarkan" }).click();
  const fingerprint = cashier.getByLabel("Sidik kunci kasir ini");
  return (await fingerprint.innerText()).trim();
}

/** Picks a name and types the PIN; the screen goes on by itself at the sixth digit. */
export async function logIn(
  cashier: Page,
  who: { readonly name: string; readonly pin: string },
): Promise<void> {
  await cashier.getByRole("radio", { name: who.name }).click();
  await cashier.getByLabel("PIN", { exact: true }).focus();
  await typeByHand(cashier, who.pin);
}

/** Puts away what a till that was just enrolled asks of who logs in first. */
export async function skipFirstRun(cashier: Page): Promise<void> {
  await cashier.getByRole("button", { name: "Lewati semua" }).click();
}

/** Lets the supervisor beside the till approve what the cashier asks, by PIN. */
export async function approve(cashier: Page, pin: string): Promise<void> {
  const asked = cashier.getByRole("dialog", { name: /^Setujui / });
  await asked.getByLabel("PIN", { exact: true }).fill(pin);
  await asked.waitFor({ state: "detached" });
}

/** Opens the shift with the money in the drawer. */
export async function openShift(cashier: Page, float: string): Promise<void> {
  await cashier.getByLabel("Uang modal").fill(float);
  await cashier.getByRole("button", { name: "Buka kas" }).click();
  await searchField(cashier).waitFor();
}

/** Where goods are looked for; there only while the till can sell. */
export function searchField(cashier: Page): Locator {
  return cashier.getByRole("searchbox", { name: "Cari barang" });
}

/** The panel that says who buys. */
export function buyerPanel(cashier: Page): Locator {
  return cashier.getByRole("region", { name: "Pembeli" });
}

/** The lines of the open cart. */
export function cartLines(cashier: Page): Locator {
  return cashier.getByRole("list", { name: "Isi keranjang" }).getByRole("listitem");
}

/** What the open cart comes to, as the screen shows it. */
export function cartTotal(cashier: Page): Locator {
  return cashier.getByRole("complementary", { name: "Keranjang" }).getByLabel("Total");
}

/** The strip that says a sale is stored. */
export function storedStrip(cashier: Page): Locator {
  return cashier.getByRole("status", { name: "Transaksi tersimpan" });
}

/** How the till stands with centre and printer, in words. */
export function tillStatus(cashier: Page): Locator {
  return cashier.getByRole("status", { name: "Keadaan kasir" });
}

/** What went wrong, said to the cashier; the newest last. */
export function messages(cashier: Page): Locator {
  return cashier.getByRole("alert");
}

/** Touches a product's picture after looking it up by name. */
export async function touchProduct(cashier: Page, name: string): Promise<void> {
  await searchField(cashier).fill(name);
  const card = cashier.getByRole("gridcell").getByRole("button", { name: `${name},` });
  await card.first().click();
  await searchField(cashier).fill("");
}

/** Opens the pay sheet and types the money received; Enter is left to the caller. */
export async function tenderByKeys(cashier: Page, amount: string): Promise<void> {
  await cashier.keyboard.press("F9");
  await cashier.getByLabel("Uang diterima", { exact: true }).waitFor();
  await typeByHand(cashier, amount);
}
