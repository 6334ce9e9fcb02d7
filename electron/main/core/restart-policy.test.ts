import { describe, expect, test } from "vitest";
import { decideRestart } from "./restart-policy.ts";

describe("a process that ended by itself", () => {
  test("is restarted at once the first time, later the second", () => {
    expect(decideRestart([1_000], 1_000)).toEqual({ kind: "RESTART", delayMs: 250 });
    expect(decideRestart([1_000, 5_000], 5_000)).toEqual({ kind: "RESTART", delayMs: 1_000 });
  });

  test("is given up at the third time within a minute", () => {
    expect(decideRestart([1_000, 5_000, 60_999], 60_999)).toEqual({ kind: "GIVE_UP" });
  });

  test("is forgiven what is more than a minute ago", () => {
    expect(decideRestart([1_000, 5_000, 61_000], 61_000)).toEqual({
      kind: "RESTART",
      delayMs: 1_000,
    });
  });
});
