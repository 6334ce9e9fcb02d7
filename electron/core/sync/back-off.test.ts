import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backOffMs, jitteredMs } from "./back-off.ts";

const failure = { inARow: 1, hopeless: false, retryAfterMs: 0, chance: 1 };

describe("the wait after a failure", () => {
  it("doubles up to a minute", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((inARow) => backOffMs({ ...failure, inARow }));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it("is spread over its upper half, so that tills do not come back together", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (inARow, chance) => {
          const most = backOffMs({ ...failure, inARow });
          const wait = backOffMs({ ...failure, inARow, chance });
          expect(wait).toBeGreaterThanOrEqual(most / 2);
          expect(wait).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it("is never shorter than what the centre asked for", () => {
    expect(backOffMs({ ...failure, retryAfterMs: 90_000 })).toBe(90_000);
    expect(backOffMs({ ...failure, inARow: 7, retryAfterMs: 5_000 })).toBe(60_000);
  });

  it("is long where a person at the centre has to act", () => {
    expect(backOffMs({ ...failure, hopeless: true })).toBe(600_000);
  });

  it("has a steady rhythm when all is well", () => {
    expect(jitteredMs(20_000, 0)).toBe(15_000);
    expect(jitteredMs(20_000, 1)).toBe(25_000);
  });
});
