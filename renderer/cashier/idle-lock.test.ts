import { beforeEach, describe, expect, test } from "vitest";
import { createIdleLock, type IdleLock } from "./idle-lock.ts";

const AFTER_MS = 300_000;

describe("a till nobody touches", () => {
  let nowMs = 0;
  let due: { readonly atMs: number; readonly task: () => void } | null = null;
  let paying = false;
  let locks = 0;
  let idle: IdleLock;

  const pass = (ms: number): void => {
    const end = nowMs + ms;
    while (due !== null && due.atMs <= end) {
      const { atMs, task } = due;
      nowMs = atMs;
      due = null;
      task();
    }
    nowMs = end;
  };

  beforeEach(() => {
    nowMs = 0;
    paying = false;
    locks = 0;
    due = null;
    idle = createIdleLock({
      afterMs: AFTER_MS,
      schedule: (delayMs, task) => {
        const own = { atMs: nowMs + delayMs, task };
        due = own;
        return () => {
          if (due === own) due = null;
        };
      },
      mayLock: () => !paying,
      lock: () => {
        locks += 1;
      },
    });
  });

  test("locks after the minutes set, once", () => {
    pass(AFTER_MS - 1);
    expect(locks).toBe(0);
    pass(1);
    expect(locks).toBe(1);
    pass(10 * AFTER_MS);
    expect(locks).toBe(1);
  });

  test("waits anew after each touch", () => {
    pass(AFTER_MS - 1);
    idle.touched();
    pass(AFTER_MS - 1);
    expect(locks).toBe(0);
    pass(1);
    expect(locks).toBe(1);
  });

  test("does not lock while somebody pays, but soon after", () => {
    paying = true;
    pass(3 * AFTER_MS);
    expect(locks).toBe(0);
    paying = false;
    pass(AFTER_MS);
    expect(locks).toBe(1);
  });

  test("does not lock once it is told to stop", () => {
    idle.stop();
    pass(3 * AFTER_MS);
    expect(locks).toBe(0);
  });
});
