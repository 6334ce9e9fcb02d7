import { expect, test } from "vitest";
import { previousPeriod, shiftDate } from "./month.ts";

test("before January comes December of the year before", () => {
  expect(previousPeriod("2026-01")).toBe("2025-12");
  expect(previousPeriod("2026-11")).toBe("2026-10");
});

test("days run over month and leap ends", () => {
  expect(shiftDate("2028-03-01", -1)).toBe("2028-02-29");
  expect(shiftDate("2026-12-31", 1)).toBe("2027-01-01");
});
