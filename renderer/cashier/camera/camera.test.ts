import { describe, expect, it } from "vitest";
import { cameraErrorOf } from "./camera-error.ts";
import { createTurns } from "./in-turn.ts";
import { AWAY_MS, createSeenCodes } from "./seen-codes.ts";

describe("the camera", () => {
  it("starts and stops in turn, after a failed start too", async () => {
    const inTurn = createTurns();
    const log: string[] = [];
    const job =
      (name: string, fails = false) =>
      async (): Promise<void> => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
      };
    const failing = inTurn(job("start", true));
    const stop = inTurn(job("stop"));
    await expect(failing).rejects.toThrow("start");
    await stop;
    expect(log).toEqual(["start begins", "start ends", "stop begins", "stop ends"]);
  });

  it("section 9 row 17, the camera reads twice: a code is handed on once while it stays in view, and again after it was away", () => {
    const isNew = createSeenCodes();
    expect(isNew("KARTU", 0)).toBe(true);
    expect(isNew("KARTU", 70)).toBe(false);
    expect(isNew("LAIN", 80)).toBe(true);
    expect(isNew("KARTU", AWAY_MS)).toBe(false);
    expect(isNew("KARTU", AWAY_MS * 2 + 1)).toBe(true);
  });

  it("names what went wrong, from exceptions and from the library's texts", () => {
    const named = (name: string): Error => Object.assign(new Error("x"), { name });
    expect(cameraErrorOf(named("NotAllowedError"))).toBe("DENIED");
    expect(cameraErrorOf("Error getting userMedia, error = NotFoundError: Requested device")).toBe(
      "NONE",
    );
    expect(cameraErrorOf(named("NotReadableError"))).toBe("BUSY");
    expect(cameraErrorOf(undefined)).toBe("FAILED");
  });
});
