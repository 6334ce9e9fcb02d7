import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mayCount,
  monthStatus,
  type Obligations,
  policyOn,
  type Term,
  termOn,
} from "./obligation.ts";

fc.configureGlobal({ seed: 20_261_122 });

const obligations: Obligations = {
  PELAKSANA: 50_000,
  PENGAWAS_FUNGSIONAL: 75_000,
  ADMINISTRATOR: 100_000,
  KEPALA_ESELON_III: 150_000,
  JPT_PRATAMA: 200_000,
};
const staff: Term = { from: "2025-01-01", class: "PELAKSANA", obliged: true };
const month = (over: Partial<Parameters<typeof monthStatus>[0]>) =>
  monthStatus({
    period: "2026-11",
    terms: [staff],
    exemptions: [],
    obligations,
    counted: 0,
    asOf: 1,
    ...over,
  });

describe("a person's month", () => {
  test("is met from the minimum on, and short by what is left", () => {
    expect(month({ counted: 49_999 })).toMatchObject({
      state: "SHORT",
      short: 1,
      obligation: 50_000,
    });
    expect(month({ counted: 50_000 })).toMatchObject({ state: "MET", short: 0 });
    expect(month({ counted: 90_000 })).toMatchObject({ state: "MET", short: 0, counted: 90_000 });
  });

  test("is ruled by the class in force on the 1st, whatever comes later in the month", () => {
    const terms: readonly Term[] = [
      { from: "2026-11-02", class: "JPT_PRATAMA", obliged: true },
      staff,
      { from: "2026-11-01", class: "ADMINISTRATOR", obliged: true },
    ];
    expect(month({ terms }).obligation).toBe(100_000);
    expect(month({ terms, period: "2026-10" }).obligation).toBe(50_000);
    expect(month({ terms, period: "2026-12" }).obligation).toBe(200_000);
  });

  test("of somebody who came after the 1st is not obliged", () => {
    const terms: readonly Term[] = [{ ...staff, from: "2026-11-02" }];
    expect(month({ terms })).toMatchObject({ state: "NOT_OBLIGED", obligation: null, short: 0 });
    expect(month({ terms: [{ ...staff, obliged: false }] }).state).toBe("NOT_OBLIGED");
  });

  test("is exempt from the first to the last month of a letter, both included", () => {
    const exemptions = [{ from: "2026-10", to: "2026-11" }];
    expect(month({ exemptions }).state).toBe("EXEMPT");
    expect(month({ exemptions, period: "2026-12" }).state).toBe("SHORT");
    expect(month({ exemptions, period: "2026-09" }).state).toBe("SHORT");
  });

  test("of somebody the roster does not know is not judged", () => {
    expect(month({ terms: null }).state).toBe("UNKNOWN");
    expect(month({ obligations: null })).toMatchObject({ state: "UNKNOWN", obligation: null });
  });

  test("never shows more short than the obligation, and never both met and short", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (counted) => {
        const { state, short, obligation } = month({ counted });
        expect(short).toBe(Math.max(0, (obligation ?? 0) - counted));
        expect(state === "MET").toBe(short === 0);
      }),
    );
  });
});

describe("dated rows", () => {
  test("the newest on or before the day is in force, in whatever order they come", () => {
    const day = fc.integer({ min: 10, max: 28 }).map((n) => `2026-11-${n}`);
    const days = fc.uniqueArray(day, { maxLength: 10 });
    fc.assert(
      fc.property(days, day, (froms, today) => {
        const expected = froms
          .filter((from) => from <= today)
          .toSorted()
          .at(-1);
        expect(
          termOn(
            froms.map((from) => ({ from })),
            today,
          )?.from,
        ).toBe(expected);
        expect(
          policyOn(
            froms.map((validFrom) => ({ validFrom })),
            today,
          )?.validFrom,
        ).toBe(expected);
      }),
    );
  });
});

test("a line may count only when maker and category all allow it", () => {
  const all = { makerVerified: true, makerOfRegency: true, categoryMayCount: true };
  expect(mayCount(all)).toBe(true);
  for (const key of Object.keys(all)) expect(mayCount({ ...all, [key]: false })).toBe(false);
});
