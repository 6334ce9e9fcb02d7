import { describe, expect, test } from "vitest";
import { parseFlags } from "./flags.ts";

describe("the command line of the shell", () => {
  test("is empty on a till: usual data folder, whole screen, the real core", () => {
    expect(parseFlags(["electron", "."])).toEqual({
      dataDir: null,
      core: "till",
      cashierSize: null,
    });
  });

  test("names a data folder, a window size and a core", () => {
    const argv = ["electron", ".", "--data-dir=d/till 1", "--cashier-size=1366x768"];
    expect(parseFlags([...argv, "--core=health"])).toEqual({
      dataDir: "d/till 1",
      core: "health",
      cashierSize: { width: 1366, height: 768 },
    });
  });

  test("leaves Chromium's own switches alone", () => {
    expect(parseFlags(["electron", "--use-fake-device-for-media-stream"]).core).toBe("till");
  });

  test.each(["--data-dir=", "--core=other", "--cashier-size=big", "--cashier-size=1x1"])(
    "refuses %s",
    (flag) => {
      expect(() => parseFlags(["electron", flag])).toThrow(TypeError);
    },
  );
});
