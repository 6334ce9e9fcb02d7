import { describe, expect, it } from "vitest";
import { personAfter, stepOf } from "./person-step.ts";

const people = ["siti", "budi", "rina"].map((cashierId) => ({ cashierId }));

describe("choosing a person by arrows", () => {
  it("goes down and up, and around the ends", () => {
    expect(personAfter(people, "siti", 1)).toBe("budi");
    expect(personAfter(people, "rina", 1)).toBe("siti");
    expect(personAfter(people, "siti", -1)).toBe("rina");
    expect(personAfter([], null, 1)).toBeNull();
  });

  it("leaves every other key alone", () => {
    expect(["ArrowDown", "ArrowUp", "ArrowLeft", "1", "Enter"].map(stepOf)).toEqual([
      1,
      -1,
      null,
      null,
      null,
    ]);
  });
});
