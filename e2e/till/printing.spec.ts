import { expect, type Page } from "@playwright/test";
import { decodePaper } from "../../electron/core/printing/testing/decode-paper.ts";
import { cartLines, storedStrip, tenderByKeys, tillStatus } from "../support/cashier-page.ts";
import { firstOf, test } from "../support/selling.ts";
import { storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

async function sell(cashier: Page, barcode: string): Promise<void> {
  await scanWithWedge(cashier, barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("F6");
  await tenderByKeys(cashier, "200000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
}

function receiptsWith(jobs: readonly Uint8Array[], number: string): Buffer[] {
  return jobs.map((bytes) => Buffer.from(bytes)).filter((bytes) => bytes.includes(number));
}

test("a printer that is off keeps nobody waiting: the receipt prints once when it is on", async ({
  till,
  shop,
  printer,
}) => {
  await printer.turnOff();
  await sell(till.cashier, firstOf(shop.products).barcode);
  await expect(tillStatus(till.cashier)).toContainText("Printer tidak tersambung");
  await expect(storedStrip(till.cashier)).toContainText("Struk disimpan");
  await printer.turnOn();
  await expect(storedStrip(till.cashier)).toContainText("Struk tercetak", { timeout: 30_000 });
  const [sale] = storedSales(shop.dataDir);
  expect(receiptsWith(printer.jobs(), sale?.number ?? "?")).toHaveLength(1);
});

test("paper out is said in words, and the receipt waits for paper", async ({
  till,
  shop,
  printer,
}) => {
  printer.setPaper(false);
  await sell(till.cashier, firstOf(shop.products).barcode);
  await expect(tillStatus(till.cashier)).toContainText("kehabisan kertas");
  printer.setPaper(true);
  await expect(storedStrip(till.cashier)).toContainText("Struk tercetak", { timeout: 30_000 });
});

test("a copy of the last receipt is marked SALINAN 1, the next SALINAN 2", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier } = till;
  await sell(cashier, firstOf(shop.products).barcode);
  await expect(storedStrip(cashier)).toContainText("Struk tercetak");
  await cashier.keyboard.press("F8");
  await cashier.getByRole("button", { name: "Cetak salinan 1" }).click();
  await cashier.getByRole("button", { name: "Cetak salinan 2" }).click();
  await expect(cashier.getByRole("button", { name: "Cetak salinan 3" })).toBeVisible();
  const [sale] = storedSales(shop.dataDir);
  await expect
    .poll(() => receiptsWith(printer.jobs(), sale?.number ?? "?").map(copyMark))
    .toEqual([null, "SALINAN 1", "SALINAN 2"]);
});

test.describe("with a printer that never says anything", () => {
  test.use({ behaviour: { kind: "SILENT" } });

  test("a printer that breaks off in the middle is not sent the receipt a second time", async ({
    till,
    shop,
    printer,
  }) => {
    printer.behave({ kind: "RESETS", afterBytes: 200 });
    await sell(till.cashier, firstOf(shop.products).barcode);
    await expect(storedStrip(till.cashier)).toContainText("Struk gagal dicetak", {
      timeout: 20_000,
    });
    const [broken] = storedSales(shop.dataDir);
    printer.behave({ kind: "SILENT" });
    await sell(till.cashier, firstOf(shop.products).barcode);
    await expect(storedStrip(till.cashier)).toContainText("Struk dikirim ke printer");
    expect(receiptsWith(printer.jobs(), broken?.number ?? "?")).toHaveLength(1);
  });
});

function copyMark(bytes: Buffer): string | null {
  const lines = decodePaper(bytes).flatMap((item) =>
    item.kind === "LINE" ? [item.runs.map((run) => run.text).join("")] : [],
  );
  return /SALINAN (?:KE-)?\d+/.exec(lines.join("\n"))?.[0].replace("KE-", "") ?? null;
}
