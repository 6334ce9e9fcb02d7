import { expect, type Page } from "@playwright/test";
import { errorText } from "../../renderer/texts/errors.ts";
import { cartLines, storedStrip, tenderByKeys, tillStatus } from "../support/cashier-page.ts";
import { openStatus } from "../support/printer-dialog.ts";
import { firstOf, sharing as test, type Standing } from "../support/selling.ts";
import { changeTillFile, storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** Short, so that nobody waits long for a printer that never answers. */
const DEADLINE_MS = 1_500;

async function sell({ till: { cashier }, shop }: Standing): Promise<string> {
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("F6");
  await tenderByKeys(cashier, "200000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  return storedSales(shop.dataDir).at(-1)?.number ?? "?";
}

/** How often a receipt came to the printer, whole or in part. */
function timesOn({ printer }: Standing, number: string): number {
  return printer.jobs().filter((bytes) => Buffer.from(bytes).includes(number)).length;
}

/** Waits for the cashier to be told that the last receipt came out, then rings up one more. */
async function printsAgain(standing: Standing): Promise<void> {
  const number = await sell(standing);
  await expect(storedStrip(standing.till.cashier)).toContainText("Struk tercetak", {
    timeout: 20_000,
  });
  expect(timesOn(standing, number)).toBe(1);
}

test.beforeEach(({ standing: { shop } }) => {
  changeTillFile(
    shop.dataDir,
    `UPDATE printer SET setup = json_set(setup, '$.deadlineMs', ${DEADLINE_MS})`,
  );
});
test.afterEach(async ({ standing: { till, printer } }) => {
  printer.behave({ kind: "EPSON" });
  await printTestPage(till.cashier, "tercetak");
});

test("a printer that hangs before it answers keeps its receipts, and selling goes on", async ({
  standing,
}) => {
  const { till, printer } = standing;
  printer.behave({ kind: "HANGS" });
  const numbers = [await sell(standing)];
  await expect(storedStrip(till.cashier)).toContainText(errorText.PRINTER_TIMEOUT.what);
  await expect(tillStatus(till.cashier)).toContainText("Printer tidak tersambung");
  numbers.push(await sell(standing));
  printer.behave({ kind: "EPSON" });
  await printsAgain(standing);
  expect(numbers.map((number) => timesOn(standing, number))).toEqual([1, 1]);
});

test("a printer that answers after its deadline is told as doubtful, and never prints twice", async ({
  standing,
}) => {
  const { till, printer } = standing;
  const answered = printer.jobs().length;
  printer.behave({ kind: "EPSON_LATE", delayMs: 2 * DEADLINE_MS });
  const number = await sell(standing);
  await expect(storedStrip(till.cashier)).toContainText("Struk gagal dicetak", { timeout: 20_000 });
  await expect(storedStrip(till.cashier)).toContainText("Lihat kertasnya, lalu cetak salinan");
  expect(printer.jobs().length).toBeGreaterThan(answered);
  printer.behave({ kind: "EPSON" });
  await printsAgain(standing);
  expect(timesOn(standing, number)).toBe(1);
});

test("a slow printer that keeps sending status bytes gets the whole receipt", async ({
  standing,
}) => {
  const { till, printer } = standing;
  printer.behave({ kind: "SLOW", sipBytes: 64 });
  await printTestPage(till.cashier, "dikirim");
  const number = await sell(standing);
  await expect(storedStrip(till.cashier)).toContainText("Struk dikirim ke printer", {
    timeout: 20_000,
  });
  const last = Buffer.from(printer.jobs().at(-1) ?? []);
  expect(last.includes(number)).toBe(true);
  // The cut is the last thing on the paper.
  expect(last.includes(Buffer.from([0x1d, 0x56]))).toBe(true);
});

/** The test page teaches the till what a printer answers. */
async function printTestPage(cashier: Page, outcome: "tercetak" | "dikirim"): Promise<void> {
  await openStatus(cashier);
  const dialog = cashier.getByRole("dialog", { name: "Keadaan kasir" });
  await dialog.getByRole("button", { name: "Cetak uji" }).click();
  await dialog.getByText(`Halaman uji ${outcome}.`).waitFor();
  await cashier.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}
