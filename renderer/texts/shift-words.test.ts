import { expect, test } from "vitest";
import { CASH_REASONS } from "../../shared/domain/shift.ts";
import { cashReasonLabel, differenceWords } from "./shift-words.ts";

test("a difference is said in words, not by a sign", () => {
  expect([0, -1_000, 2_500].map(differenceWords)).toEqual([
    "Cocok",
    "Kurang Rp1.000",
    "Lebih Rp2.500",
  ]);
});

test("a reason is said for the way the money went", () => {
  const said = (["IN", "OUT"] as const).map((way) =>
    CASH_REASONS.map((reason) => cashReasonLabel(way, reason)),
  );
  expect(said[0]).not.toEqual(said[1]);
  expect(new Set(said[0]).size).toBe(CASH_REASONS.length);
});
