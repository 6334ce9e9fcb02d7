import { describe, expect, test } from "vitest";
import { layoutCashSlip } from "./layout-cash-slip.ts";
import { layoutShift } from "./layout-shift.ts";
import type { Columns, PrintLine } from "./print-line.ts";
import { receiptBytes } from "./receipt-bytes.ts";
import { decodePaper } from "./testing/decode-paper.ts";
import {
  cashSlip as slip,
  closedShift as closed,
  runningShift as running,
} from "./testing/sample-shifts.ts";

const WIDTHS: readonly Columns[] = [32, 42, 48];
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
      "Hitungan pertama",
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
