import { expect, test } from "vitest";
import { msOfWibInput, wibInputOf } from "./wib-input.ts";

const at = Date.UTC(2026, 10, 30, 17, 20);

test("a time goes into the field in WIB and comes back as the same minute", () => {
  expect(wibInputOf(at)).toBe("01-12-2026 00.20");
  expect(msOfWibInput("01-12-2026 00.20")).toBe(at);
});

test.each(["1/12/2026 0:20", " 01.12.2026, 00:20 "])("%j is the same minute", (text) => {
  expect(msOfWibInput(text)).toBe(at);
});

test.each([
  "",
  "01-12-2026",
  "31-11-2026 10.00",
  "01-13-2026 10.00",
  "01-12-2026 24.00",
  "kemarin",
])("%j is no time", (text) => {
  expect(msOfWibInput(text)).toBeNull();
});
