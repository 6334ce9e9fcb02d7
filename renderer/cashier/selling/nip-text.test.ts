import { expect, it } from "vitest";
import { groupedNip, nipLength } from "./nip-text.ts";

it("groups a NIP as cards print it, and leaves anything else to the parser", () => {
  expect(groupedNip("198503152010011991")).toBe("19850315 201001 1 991");
  expect(groupedNip("19850315 2010")).toBe("19850315 2010");
  expect(groupedNip("1985")).toBe("1985");
  expect(groupedNip("3513011503850001x")).toBe("3513011503850001x");
  expect(nipLength("19850315 201001 1 991")).toBe(18);
});
