import { expect, it } from "vitest";
import { codeLength, groupedCode } from "./enrol-code.ts";

it("groups an enrolment code by four, however it was typed", () => {
  expect(groupedCode("abcd efgh ij")).toBe("ABCD-EFGH-IJ");
  expect(groupedCode("ABCDEFGH")).toBe("ABCD-EFGH");
  expect(groupedCode("ABCD-")).toBe("ABCD");
  expect(codeLength(groupedCode("A".repeat(50)))).toBe(32);
});
