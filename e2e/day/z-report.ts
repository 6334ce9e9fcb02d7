import { expect, type Locator } from "@playwright/test";
import { decodePaper } from "../../electron/core/printing/testing/decode-paper.ts";
import type { NetworkPrinter } from "../../electron/core/printing/testing/network-printer.ts";
import { rp } from "./day.ts";
import type { JournalDay } from "./journal-sum.ts";

type Closed = {
  readonly journal: JournalDay;
  readonly float: number;
  readonly counted: number;
};

/** Each figure of the Z report on the screen is the journal's. */
export async function expectSameOnScreen(dialog: Locator, closed: Closed): Promise<void> {
  const { sales, returns, voids, net } = closed.journal;
  const { byTender } = sales;
  expect(await rowsOf(dialog.getByRole("region", { name: "Penjualan" }))).toEqual([
    ["Tunai", rp(byTender.CASH)],
    ["QRIS", rp(byTender.QRIS)],
    ["Transfer", rp(byTender.TRANSFER)],
    ["Kartu", rp(byTender.CARD)],
    [`Jumlah, ${sales.count} struk`, rp(sales.total)],
    ["Potongan diberikan", rp(sales.discounts)],
    [`Retur (${returns.count})`, rp(-returns.total)],
    [`Pembatalan (${voids.count})`, rp(-voids.total)],
    ["Bersih", rp(net)],
  ]);
  expect(await rowsOf(dialog.getByRole("region", { name: "Uang di laci" }))).toEqual(
    drawerRows(closed),
  );
  await expect(dialog).toContainText(`${sales.count} struk, ${closed.journal.sealed.slice(0, 12)}`);
}

/** And so is each figure on paper, the whole seal too. */
export async function expectSameOnPaper(printer: NetworkPrinter, closed: Closed): Promise<void> {
  const { sales, returns, voids, net, sealed } = closed.journal;
  await expect.poll(() => zPapers(printer)).toHaveLength(1);
  const paper = zPapers(printer).join("\n");
  const rows = [
    ...drawerRows(closed).filter(([name]) => name !== "Kurang"),
    ["Tunai", rp(sales.byTender.CASH)],
    ["QRIS", rp(sales.byTender.QRIS)],
    ["Transfer", rp(sales.byTender.TRANSFER)],
    ["Kartu", rp(sales.byTender.CARD)],
    [`Jumlah (${sales.count} struk)`, rp(sales.total)],
    ["Potongan diberikan", rp(sales.discounts)],
    [`Retur (${returns.count})`, rp(-returns.total)],
    [`Pembatalan (${voids.count})`, rp(-voids.total)],
    ["Bersih", rp(net)],
    ["Kurang", rp(closed.counted - closed.journal.drawer)],
  ];
  const lines = paper.split("\n").map((line) => line.trim().replace(/ {2,}/g, " "));
  expect(lines).toEqual(expect.arrayContaining(rows.map(([name, amount]) => `${name} ${amount}`)));
  expect(paper.replaceAll(/\s/g, "")).toContain(`Segel${sales.count}struk:${sealed}`);
}

function drawerRows({ journal, float, counted }: Closed): [string, string][] {
  const { sales, cashIn, cashOut, cashRefunds, drawer } = journal;
  return [
    ["Modal awal", rp(float)],
    ["Penjualan tunai", rp(sales.byTender.CASH)],
    ["Uang masuk", rp(cashIn)],
    ["Uang keluar", rp(-cashOut)],
    ["Uang dikembalikan", rp(-cashRefunds)],
    ["Seharusnya di laci", rp(drawer)],
    ["Uang dihitung", rp(counted)],
    ["Kurang", rp(counted - drawer)],
  ];
}

async function rowsOf(region: Locator): Promise<string[][]> {
  const [names, amounts] = [region.locator("dt"), region.locator("dd")];
  const texts = await amounts.allInnerTexts();
  return (await names.allInnerTexts()).map((name, index) => [name, texts[index] ?? ""]);
}

function zPapers(printer: NetworkPrinter): string[] {
  return printer
    .jobs()
    .map((bytes) =>
      decodePaper(Buffer.from(bytes))
        .flatMap((item) =>
          item.kind === "LINE" ? [item.runs.map(({ text }) => text).join("")] : [],
        )
        .join("\n"),
    )
    .filter((paper) => paper.includes("LAPORAN Z-1"));
}
