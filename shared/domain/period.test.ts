import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dateCode,
  dateOf,
  dateOfDayNumber,
  dateStartMs,
  dayNumber,
  formatWibDate,
  formatWibDateTime,
  instantMs,
  instantText,
  nextPeriod,
  periodLabel,
  periodOf,
  periodStartDate,
  wibParts,
} from "./period.ts";

fc.configureGlobal({ seed: 20_261_122 });

const instant = fc.integer({ min: 0, max: Date.UTC(2199, 11, 31) });
const WIB = { timeZone: "Asia/Jakarta", hourCycle: "h23" } as const;

describe("the WIB calendar", () => {
  test("a month turns at 17.00 UTC", () => {
    expect(periodOf(instantMs("2026-11-30T16:59:59.999Z"))).toBe("2026-11");
    expect(periodOf(instantMs("2026-11-30T17:00:00.000Z"))).toBe("2026-12");
    expect(dateOf(instantMs("2026-12-31T17:00:00.000Z"))).toBe("2027-01-01");
    expect(dateCode(instantMs("2026-11-01T17:00:00.000Z"))).toBe("261102");
  });

  test("agrees with the time zone database from 1970 on", () => {
    const format = new Intl.DateTimeFormat("en-CA", {
      ...WIB,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    fc.assert(
      fc.property(instant, (ms) => {
        const parts = Object.fromEntries(
          format.formatToParts(ms).map((p) => [p.type, Number(p.value)]),
        );
        const { year, month, day, hour, minute, second } = parts;
        expect(wibParts(ms)).toEqual({ year, month, day, hour, minute, second });
      }),
    );
  });

  test("an instant lies in its own date and before the next", () => {
    fc.assert(
      fc.property(instant, (ms) => {
        const start = dateStartMs(dateOf(ms));
        expect(start <= ms && ms < start + 86_400_000).toBe(true);
        expect(dateOf(ms).startsWith(periodOf(ms))).toBe(true);
      }),
    );
  });

  test("months follow each other without gap", () => {
    expect(nextPeriod("2026-11")).toBe("2026-12");
    expect(nextPeriod("2026-12")).toBe("2027-01");
    fc.assert(
      fc.property(instant, (ms) => {
        const next = dateStartMs(periodStartDate(nextPeriod(periodOf(ms))));
        expect(periodOf(next)).toBe(nextPeriod(periodOf(ms)));
        expect(periodOf(next - 1)).toBe(periodOf(ms));
      }),
    );
  });
});

describe("texts of time", () => {
  test("are plain Indonesian", () => {
    const ms = instantMs("2026-11-22T02:14:05.000Z");
    expect(formatWibDateTime(ms)).toBe("22 Nov 2026 09.14");
    expect(formatWibDate(instantMs("2026-05-05T00:00:00.000Z"))).toBe("5 Mei 2026");
    expect(periodLabel("2026-08")).toBe("Agustus 2026");
  });

  test("an instant's text gives back the instant", () => {
    fc.assert(
      fc.property(instant, (ms) => {
        expect(instantMs(instantText(ms))).toBe(ms);
      }),
    );
  });

  test.each([
    "2026-02-30T00:00:00.000Z",
    "2026-11-22",
    "2026-11-22T02:14:05Z",
    "2026-11-22T24:00:00.000Z",
    "",
  ])("%j is no instant", (text) => expect(instantMs(text)).toBeNaN());

  test("only calendar dates have a day number", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("2024-02-29")).toBe(19_782);
    expect([dayNumber("2026-02-29"), dayNumber("2026-13-01"), dayNumber("x")]).toEqual([
      null,
      null,
      null,
    ]);
    expect(dateStartMs("2026-04-31")).toBeNaN();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
        expect(dayNumber(dateOfDayNumber(days))).toBe(days);
      }),
    );
  });

  test("never throws on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        instantMs(text);
        dateStartMs(text);
        periodLabel(text);
        nextPeriod(text);
      }),
      { numRuns: 10_000 },
    );
  });
});
