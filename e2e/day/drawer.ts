import { expect, type Locator } from "@playwright/test";
import { backAtTheCart, type Day, rp, topDialog } from "./day.ts";
import { noteMove } from "./notebook.ts";

/** Puts cash into the drawer, or takes it out below 0. */
export async function moveCash(
  day: Day,
  { amount, reason }: { readonly amount: number; readonly reason: string },
): Promise<void> {
  const { hands } = day;
  const name = amount > 0 ? "Uang masuk" : "Uang keluar";
  await openCash(day, name);
  await hands.reach(topDialog(hands).getByLabel("Jumlah", { exact: true }));
  await hands.digits(Math.abs(amount));
  await hands.choose(topDialog(hands).getByRole("group", { name: "Alasan" }), reason);
  await hands.press("Enter");
  await backAtTheCart(hands);
  noteMove(day.notebook, amount);
}

/** Prints the running report, which tells nothing to aim a count at. */
export async function printX(day: Day): Promise<void> {
  const { hands } = day;
  await openCash(day, "Laporan saat ini");
  const dialog = topDialog(hands);
  await dialog.getByText(`Jumlah, ${day.notebook.sales.count} struk`).waitFor();
  await expect(dialog).not.toContainText("Seharusnya");
  await hands.use(dialog.getByRole("button", { name: "Cetak laporan X" }));
  await dialog.getByText("Laporan X masuk antrean cetak.").waitFor();
  await hands.press("Escape");
  await backAtTheCart(hands);
}

const PIECES = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100] as const;

/** Counts the drawer piece by piece without being told the sum, and closes with the reason. */
export async function closeShift(
  day: Day,
  { counted, reason }: { readonly counted: number; readonly reason: string },
): Promise<Locator> {
  const { hands } = day;
  await openCash(day, "Laporan saat ini");
  await hands.use(topDialog(hands).getByRole("button", { name: "Tutup kas" }));
  const count = hands.page.getByRole("dialog", { name: /^Tutup kas: hitung/ });
  await hands.reach(count.getByLabel(/^Rp100.000,/));
  await expect(count).not.toContainText("Seharusnya");
  let rest = counted;
  for (const value of PIECES) {
    const pieces = Math.floor(rest / value);
    rest -= pieces * value;
    if (pieces > 0) await hands.digits(pieces);
    await hands.press("Enter");
  }
  expect(rest, "all of it can be counted in notes and coins").toBe(0);
  await count
    .getByRole("status")
    .filter({ hasText: rp(counted) })
    .waitFor();
  await hands.use(count.getByRole("button", { name: "Selesai menghitung" }));
  const different = hands.page.getByRole("dialog", { name: "Hitungan berbeda" });
  await hands.choose(different, reason);
  await hands.use(different.getByRole("button", { name: "Tutup kas dengan selisih ini" }));
  return hands.page.getByRole("dialog", { name: /^Kas ditutup, laporan Z-/ });
}

async function openCash({ hands }: Day, section: string): Promise<void> {
  await hands.press("Control+K");
  const dialog = topDialog(hands);
  const wanted = dialog.getByRole("tab", { name: section });
  await wanted.waitFor();
  while ((await wanted.getAttribute("aria-selected")) !== "true") {
    await hands.reach(dialog.locator("[role=tab][aria-selected=true]"), "Shift+Tab");
    await hands.press("ArrowDown");
  }
}
