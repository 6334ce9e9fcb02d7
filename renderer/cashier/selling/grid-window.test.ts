import { describe, expect, it } from "vitest";
import { columnsIn, movedIndex, rowHeight, rowsIn, scrollForRow } from "./grid-window.ts";

const frame = { widthPx: 766, heightPx: 690, scrollTopPx: 0, remPx: 16 };
const ROW_PX = rowHeight(frame);

describe("the product grid", () => {
  it("has five columns where the cashier's screen leaves 766 pixels", () => {
    expect(columnsIn(frame)).toBe(5);
    expect(columnsIn({ ...frame, widthPx: 90 })).toBe(1);
  });

  it("draws a few dozen of 100,000 products, wherever it is scrolled to", () => {
    for (const scrollTopPx of [0, ROW_PX * 10_000, ROW_PX * 19_999]) {
      const { first, end, rows } = rowsIn({ ...frame, scrollTopPx }, 100_000);
      expect(rows).toBe(20_000);
      expect(end - first).toBeLessThanOrEqual(9);
      expect(end).toBeLessThanOrEqual(rows);
    }
  });

  it("has fewer and taller cards for larger text", () => {
    expect(ROW_PX).toBe(202);
    expect(rowHeight({ remPx: 32 })).toBe(302);
    expect(columnsIn({ ...frame, remPx: 32 })).toBe(2);
  });

  it("draws nothing of nothing", () => {
    expect(rowsIn(frame, 0)).toEqual({ first: 0, end: 0, rows: 0 });
  });

  it("scrolls no further than needed to show a row", () => {
    expect(scrollForRow(frame, 0)).toBe(0);
    expect(scrollForRow(frame, 3)).toBe(4 * ROW_PX - 690);
    expect(scrollForRow({ ...frame, scrollTopPx: 900 }, 1)).toBe(ROW_PX);
  });
});

describe("the grid's keys", () => {
  const at = { index: 7, total: 33, columns: 5, page: 3 };

  it("move by one, by row, by page and to the ends of the row", () => {
    const moved = (key: string): number | null => movedIndex(key, at);
    expect([moved("ArrowLeft"), moved("ArrowRight")]).toEqual([6, 8]);
    expect([moved("ArrowUp"), moved("ArrowDown")]).toEqual([2, 12]);
    expect([moved("PageUp"), moved("PageDown")]).toEqual([0, 22]);
    expect([moved("Home"), moved("End")]).toEqual([5, 9]);
    expect(moved("a")).toBeNull();
  });

  it("stop at the first and the last product", () => {
    expect(movedIndex("ArrowDown", { ...at, index: 31 })).toBe(32);
    expect(movedIndex("ArrowLeft", { ...at, index: 0 })).toBe(0);
    expect(movedIndex("End", { ...at, index: 32 })).toBe(32);
    expect(movedIndex("ArrowDown", { ...at, index: 0, total: 0 })).toBe(0);
  });
});
