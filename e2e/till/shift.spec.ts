import { expect, type Locator, type Page } from "@playwright/test";
import { decodePaper } from "../../electron/core/printing/testing/decode-paper.ts";
import { expectAccessible } from "../support/axe.ts";
import {
  cartLines,
  logIn,
  searchField,
  storedStrip,
  tenderByKeys,
} from "../support/cashier-page.ts";
import { firstOf, test } from "../support/selling.ts";
import { entryBodies } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

const SHOTS = process.env["SHIFT_SHOTS"];

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

async function sell(cashier: Page, barcode: string): Promise<void> {
  await scanWithWedge(cashier, barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("F6");
  await tenderByKeys(cashier, "200000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
}

async function openCash(cashier: Page, section: string): Promise<Locator> {
  await cashier.keyboard.press("Control+K");
  const dialog = cashier.getByRole("dialog", { name: "Kas", exact: true });
  await dialog.getByRole("tab", { name: section }).click();
  return dialog;
}

/** A hand that trembles on Enter: the second comes before the screen has drawn the first. */
async function submitTwice(field: Locator): Promise<void> {
  await field.evaluate((input) => {
    const form = input.closest("form");
    form?.requestSubmit();
    form?.requestSubmit();
  });
}

/** The papers that came out, each as its text. */
function papers(jobs: readonly Uint8Array[]): string[] {
  return jobs.map((bytes) =>
    decodePaper(Buffer.from(bytes))
      .flatMap((item) => (item.kind === "LINE" ? item.runs.map(({ text }) => text).join("") : []))
      .join("\n"),
  );
}

test("a day of two cashiers ends in a Z report whose difference was counted blind", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier } = till;
  const product = firstOf(shop.products);
  const [, second] = shop.cashiers;
  await sell(cashier, product.barcode);

  // Rp50.000 go to the bank.
  const out = await openCash(cashier, "Uang keluar");
  await out.getByLabel("Jumlah").fill("50000");
  await out.getByRole("radio", { name: "Setor ke bank" }).check();
  await expectAccessible(cashier, "cash out");
  await shot(cashier, "out");
  await submitTwice(out.getByLabel("Jumlah"));
  await expect(cashier.getByRole("status").filter({ hasText: "tercatat" })).toContainText(
    "Uang keluar Rp50.000 tercatat.",
  );
  expect(entryBodies(shop.dataDir, "CASH_MOVED")).toHaveLength(1);

  // The running report, on screen and on paper, tells nothing to aim a count at.
  const report = await openCash(cashier, "Laporan saat ini");
  await expect(report.getByRole("region", { name: "Penjualan" })).toContainText("Jumlah, 1 struk");
  await expectAccessible(cashier, "running report");
  await shot(cashier, "report");
  await report.getByRole("button", { name: "Cetak laporan X" }).click();
  await expect
    .poll(() => papers(printer.jobs()).find((paper) => paper.includes("LAPORAN X")))
    .toContain("setor ke bank");
  expect(papers(printer.jobs()).join()).not.toContain("Seharusnya");

  // The drawer opens without a sale only with the supervisor's PIN.
  await report.getByRole("tab", { name: "Buka laci" }).click();
  await report.getByRole("button", { name: "Minta persetujuan" }).click();
  const approval = cashier.getByRole("dialog", { name: "Setujui membuka laci" });
  await expect(approval.getByLabel("PIN", { exact: true })).toBeFocused();
  await expectAccessible(cashier, "approval");
  await shot(cashier, "approval");
  await cashier.keyboard.type(second?.pin ?? "", { delay: 110 });
  await expect(cashier.getByRole("status").filter({ hasText: "Laci dibuka" })).toBeVisible();

  // The second cashier takes over: cart and shift stay.
  await scanWithWedge(cashier, product.barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("Control+L");
  await logIn(cashier, { name: second?.name ?? "", pin: second?.pin ?? "" });
  await expect(cartLines(cashier)).toHaveCount(1);

  // The close: counted by hand, one thousand short.
  const due = 200_000 + product.unitPrice - 50_000;
  const cash = await openCash(cashier, "Laporan saat ini");
  await cash.getByRole("button", { name: "Tutup kas" }).click();
  const count = cashier.getByRole("dialog", { name: /^Tutup kas/ });
  await expect(count).toContainText("1 barang tetap tersimpan");
  await expect(count).not.toContainText("Seharusnya");
  await expect(count.getByLabel("Rp100.000,")).toBeFocused();
  await cashier.keyboard.type("1");
  await cashier.keyboard.press("Enter");
  await expect(count.getByLabel("Rp50.000,")).toBeFocused();
  const thousands = Math.floor((due - 1_000 - 100_000) / 1_000);
  await count.getByLabel("Rp1.000,").fill(String(thousands));
  await count.getByLabel("Rp500,").fill(String(((due - 1_000) % 1_000) / 500));
  await expectAccessible(cashier, "count");
  await shot(cashier, "count");
  await count.getByRole("button", { name: "Selesai menghitung" }).click();
  const different = cashier.getByRole("dialog", { name: "Hitungan berbeda" });
  await expect(different).toContainText("Kurang Rp1.000");
  await expectAccessible(cashier, "difference");
  await shot(cashier, "difference");
  await different.getByRole("radio", { name: "Salah memberi kembalian" }).check();
  await different.getByRole("button", { name: "Tutup kas" }).click();

  const closed = cashier.getByRole("dialog", { name: "Kas ditutup, laporan Z-1" });
  await expect(closed).toContainText("Salah memberi kembalian");
  await expectAccessible(cashier, "closed");
  await shot(cashier, "closed");
  await closed.getByRole("button", { name: "Selesai" }).click();
  await expect(cashier.getByRole("heading", { name: "Buka kas" })).toBeVisible();
  await expect
    .poll(() => papers(printer.jobs()).find((paper) => paper.includes("LAPORAN Z-1")))
    .toMatch(/Kurang +-Rp1\.000\nSebab: salah kembalian/);

  // It can be read back and printed again, and the next shift finds the cart.
  await cashier.getByRole("button", { name: "Laporan Z lama" }).click();
  const past = cashier.getByRole("dialog", { name: "Kas", exact: true });
  await expect(past.getByRole("button", { name: /Z-1/ })).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(cashier, "closed shifts");
  await shot(cashier, "past");
  await past.getByRole("button", { name: "Cetak salinan" }).click();
  await expect
    .poll(() =>
      papers(printer.jobs())
        .filter((paper) => paper.includes("LAPORAN Z-1"))
        .at(-1),
    )
    .toContain("SALINAN KE-1");
  await cashier.keyboard.press("Escape");
  await cashier.getByLabel("Uang modal").fill("100000");
  await cashier.getByRole("button", { name: "Buka kas" }).click();
  await searchField(cashier).waitFor();
  await expect(cartLines(cashier)).toHaveCount(1);
});

test("a till nobody touches for five minutes locks itself, and the cart waits", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  await cashier.clock.install();
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.clock.fastForward("04:50");
  await cashier.mouse.move(300, 300);
  await cashier.clock.fastForward("04:50");
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.clock.fastForward("00:15");
  await expect(cashier.getByRole("heading", { name: "Siapa yang bertugas?" })).toBeVisible();
  await cashier.clock.resume();
  await logIn(cashier, firstOf(shop.cashiers));
  await expect(cartLines(cashier)).toHaveCount(1);
});
