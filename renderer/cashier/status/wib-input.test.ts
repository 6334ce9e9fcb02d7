import { expect, test } from "vitest";
import { msOfWibInput, wibInputOf } from "./wib-input.ts";

test("a time goes into the field in WIB and comes back as the same minute", () => {
  const at = Date.UTC(2026, 10, 30, 17, 20);
  expect(wibInputOf(at)).toBe("2026-12-01T00:20");
  expect(msOfWibInput("2026-12-01T00:20")).toBe(at);
});

test.each(["", "2026-12-01", "2026-13-01T00:20", "kemarin"])("%j is no time yet", (text) => {
  expect(msOfWibInput(text)).toBeNull();
});
