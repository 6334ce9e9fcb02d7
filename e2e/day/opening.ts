import { readFileSync } from "node:fs";
import { join } from "node:path";
import { searchField } from "../support/cashier-page.ts";
import { ROOT } from "../support/till-app.ts";
import { type Day, logIn } from "./day.ts";
import type { Hands } from "./hands.ts";

/** What the test code of the scanner's step says. */
const SCANNER_TEST = "UJI-PINDAI-2468";
const VECTORS = join(ROOT, "shared", "vectors", "qris.json");

/** Enrols the till: address typed, code scanned off the admin's screen, accepted at the centre. */
export async function enrolTill({ hands, shop }: Day): Promise<void> {
  const { page } = hands;
  await hands.reach(page.getByLabel("Alamat pusat"));
  await page.keyboard.press("Control+A");
  await hands.words(shop.centre.url);
  await hands.scan(await shop.centre.issueCode());
  await hands.use(page.getByRole("button", { name: "Daftarkan" }));
  await page.getByLabel("Sidik kunci kasir ini").waitFor();
  await shop.centre.approvePending();
  await page.getByRole("radio", { name: shop.supervisor.name }).waitFor();
}

/** The supervisor logs in, sets the new till up, and opens the shift. */
export async function openDay(
  day: Day,
  { float, printerPort }: { readonly float: number; readonly printerPort: number },
): Promise<void> {
  const { hands, shop } = day;
  const { page } = hands;
  await logIn(hands, shop.supervisor);
  await use(hands, "Ya, ini galerinya");
  await setPrinter(day, printerPort);
  await hands.scan(SCANNER_TEST);
  await page.getByText("Kode uji terbaca utuh").waitFor();
  await use(hands, "Lanjut");
  await installQris(day);
  await use(hands, "Mulai bekerja");
  await page.getByLabel("Uang modal").waitFor();
  await hands.digits(float);
  await hands.press("Enter");
  await searchField(page).waitFor();
}

async function setPrinter({ hands }: Day, port: number): Promise<void> {
  const { page } = hands;
  await hands.reach(page.getByLabel("Alamat"));
  await hands.words("127.0.0.1");
  await hands.reach(page.getByLabel("Port"));
  await hands.press("Control+A");
  await hands.words(String(port));
  await hands.press("Enter");
  await use(hands, "Cetak uji");
  await page.getByText("Halaman uji tercetak.").waitFor();
  await use(hands, "Lanjut");
}

async function installQris({ hands }: Day): Promise<void> {
  const { page } = hands;
  await page.getByLabel("Kode QRIS statis").waitFor();
  await hands.scan(sticker());
  await use(hands, "Sama, pasang kode ini");
  await page.getByText("QRIS galeri terpasang.").waitFor();
  await use(hands, "Lanjut");
}

function use(hands: Hands, name: string): Promise<void> {
  return hands.use(hands.page.getByRole("button", { name: new RegExp(`^${name}`) }));
}

function sticker(): string {
  const { vectors } = JSON.parse(readFileSync(VECTORS, "utf8")) as {
    readonly vectors: readonly { readonly id: string; readonly payload: string }[];
  };
  const found = vectors.find(({ id }) => id === "syn-static-01");
  if (found === undefined) throw new Error("the QRIS vectors lack the static code");
  return found.payload;
}
