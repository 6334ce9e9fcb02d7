import { describe, expect, test } from "vitest";
import type { ShiftReport } from "../../../shared/contract/shift.ts";
import { layoutCashSlip } from "./layout-cash-slip.ts";
import { layoutShift } from "./layout-shift.ts";
import type { Columns, PrintLine } from "./print-line.ts";
import { receiptBytes } from "./receipt-bytes.ts";
import { decodePaper } from "./testing/decode-paper.ts";

const WIDTHS: readonly Columns[] = [32, 42, 48];
const ID = "019a41c2-7c00-7000-8000-000000000001";
const MOST = 999_999_999_999;

const running: ShiftReport = {
  reportId: ID,
  shiftId: ID,
  outletName: "Galeri Dekranasda Kantor Bupati Kabupaten Probolinggo",
  outletAddress: "Jl. Panglima Sudirman No. 1, Kraksaan, Probolinggo",
  tillName: "KB-01",
  openedAt: Date.parse("2026-11-25T01:00:00.000Z"),
  openedBy: "Raden Ayu Siti Nurhalimah Kusumawardhani",
  at: Date.parse("2026-11-25T09:30:00.000Z"),
  float: 200_000,
  cashSales: 1_250_000,
  cashIn: 100_000,
  cashOut: 550_000,
  cashRefunds: 35_000,
  expected: 965_000,
  sales: {
    count: 61,
    total: 2_000_000,
    byTender: { CASH: 1_250_000, QRIS: 500_000, TRANSFER: 250_000, CARD: 0 },
    discounts: 45_000,
  },
  returns: { count: 1, total: 35_000 },
  voids: { count: 0, total: 0 },
  turnover: MOST,
  reversals: 35_000,
  moves: [
    {
      at: Date.parse("2026-11-25T03:00:00.000Z"),
      direction: "IN",
      amount: 100_000,
      reason: "CHANGE",
    },
    {
      at: Date.parse("2026-11-25T08:00:00.000Z"),
      direction: "OUT",
      amount: 550_000,
      reason: "EXPENSE",
    },
  ],
  closing: null,
};

const closed: ShiftReport = {
  ...running,
  closing: {
    zNumber: 12,
    counts: [
      { value: 100_000, pieces: 9 },
      { value: 50_000, pieces: 1 },
      { value: 500, pieces: 3 },
    ],
    counted: 951_500,
    difference: -13_500,
    reason: "UNRECORDED",
    countings: 2,
    sealed: { count: 61, hash: "0123456789abcdef".repeat(4) },
    witness: { seq: 140, code: "ABCDEFGH2345" },
    closedBy: "Budi",
    seq: 155,
    code: "MNOPQRST6723",
    signed: true,
  },
};

const slip = {
  outletName: running.outletName,
  at: running.at,
  seq: 120,
  cashierName: running.openedBy,
  direction: "OUT",
  amount: 100_000_000,
  reason: "OTHER",
  note: "Membeli kantong kertas dan pita untuk bingkisan tamu dinas",
} as const;

type Item = ReturnType<typeof decodePaper>[number];
type Line = Extract<Item, { kind: "LINE" }>;

function printed(lines: readonly PrintLine[], columns: Columns): Line[] {
  const items = decodePaper(receiptBytes(lines, { columns, cutter: true }));
  return items.filter((item): item is Line => item.kind === "LINE");
}
const textOf = (lines: readonly Line[]): string =>
  lines.map(({ runs }) => runs.map(({ text }) => text).join("")).join("\n");

describe.each(WIDTHS)("on %d columns", (columns) => {
  test.each([
    ["an X report", layoutShift(running, 0, columns)],
    ["a Z report", layoutShift(closed, 0, columns)],
    ["a copy of a Z report", layoutShift(closed, 2, columns)],
    ["a cash slip", layoutCashSlip(slip, 0, columns)],
  ])("%s stays within the paper, with every amount at the right edge", (_what, lines) => {
    for (const { runs } of printed(lines, columns)) {
      const used = runs.reduce((sum, run) => sum + run.text.length * run.width, 0);
      const text = runs.map((run) => run.text).join("");
      expect(used).toBeLessThanOrEqual(columns);
      if (/^.*[^x] -?Rp[\d.]+$/.test(text)) expect(used).toBe(columns);
    }
  });

  test("a Z tells the count, the difference and what seals it", () => {
    const text = textOf(printed(layoutShift(closed, 0, columns), columns));
    for (const said of [
      "LAPORAN Z-12",
      "Seharusnya di laci",
      "9 x Rp100.000",
      "Kurang",
      "-Rp13.500",
      "Dihitung 2 kali",
      "0123456789abcdef",
      "MNOP QRST 6723",
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain("SALINAN");
  });

  test("an X does not tell what cash to expect", () => {
    const text = textOf(printed(layoutShift(running, 0, columns), columns));
    expect(text).toContain("LAPORAN X");
    expect(text).not.toContain("Rp965.000");
    expect(text).not.toContain("Seharusnya");
  });
});

test("what is printed again says so at both ends", () => {
  const text = textOf(printed(layoutShift(closed, 3, 48), 48));
  expect(text.match(/SALINAN KE-3/g)).toHaveLength(2);
});
