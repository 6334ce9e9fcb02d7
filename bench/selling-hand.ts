import { scanInTime } from "../e2e/support/wedge.ts";
import { paintedAfterKey, type SellingWindow, toldPaidAfterKey } from "./selling-window.ts";

/* What a cashier's hands do at a till, each with the milliseconds until it was answered. */

const LINES = '[aria-label="Isi keranjang"]';
const FIRST_FOUND = "#barang .card-name";
const WORDS = ["mangga", "bawang", "kopi", "keripik", "madu"];
/** A person types no faster; anything faster is taken for a scanner. */
const KEY_MS = 110;
/** A person looks at what came of it; an Enter this soon after a scan is the scanner's own. */
const LOOK_MS = 400;

/** The end of a name that a few of the goods have; what was typed before is already shown. */
export async function searchGoods({ page }: SellingWindow, index: number): Promise<number> {
  const word = WORDS[index % WORDS.length] ?? "";
  // No round number: its first figure alone would find the same goods first.
  const tens = 1 + (index % 9);
  const ones = 1 + ((index * 7) % 9);
  const field = page.getByRole("searchbox", { name: "Cari barang" });
  await field.fill(`${word} `);
  await page.waitForTimeout(LOOK_MS);
  await page.keyboard.press(String(tens));
  await page.waitForTimeout(KEY_MS);
  const includes = ` ${tens}${ones}`;
  const painted = paintedAfterKey(page, { selector: FIRST_FOUND, includes });
  await page.keyboard.press(String(ones));
  return painted;
}

/** One of the goods, scanned. */
export async function scanGoods({ page, till }: SellingWindow, index: number): Promise<number> {
  const product = till.products[(index * 7_919) % till.products.length];
  if (product === undefined) throw new RangeError("no product");
  const painted = paintedAfterKey(page, { selector: LINES, includes: product.name });
  await scanInTime(page, product.barcode);
  const took = await painted;
  await page.waitForTimeout(KEY_MS);
  return took;
}

/** The cart for a buyer of the public, paid with the exact amount. */
export async function payCash({ page }: SellingWindow): Promise<number> {
  await page.keyboard.press("F6");
  await page.getByRole("region", { name: "Pembeli" }).getByText("Pembeli umum").waitFor();
  await page.keyboard.press("F9");
  await page.getByLabel("Uang diterima", { exact: true }).waitFor();
  await page.waitForTimeout(LOOK_MS);
  const told = toldPaidAfterKey(page);
  await page.keyboard.press("Enter");
  const took = await told;
  await page.locator(LINES).waitFor({ state: "detached" });
  return took;
}
