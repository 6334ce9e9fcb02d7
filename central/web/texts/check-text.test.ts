import { expect, test } from "vitest";
import type { EntryCheck } from "../../../shared/contract/centre-api.ts";
import { checkTexts } from "./check-text.ts";

const soundEntry: EntryCheck = {
  hash: true,
  chain: true,
  signature: "VALID",
  receiptSignature: "VALID",
  certificate: true,
  private: "VALID",
  countersigned: true,
};

const wordOf = (check: EntryCheck, key: keyof EntryCheck): string | undefined =>
  checkTexts(check).find((text) => text.key === key)?.word;

test("a sound entry is told as sound in every respect", () => {
  expect(checkTexts(soundEntry).map((text) => text.word)).toEqual(Array(7).fill("Sah"));
});

test("each fault is named where it is and nowhere else", () => {
  const faults: Partial<EntryCheck>[] = [
    { hash: false },
    { chain: false },
    { signature: "INVALID" },
    { receiptSignature: "INVALID" },
    { certificate: false },
    { private: "INVALID" },
  ];
  for (const change of faults) {
    const told = checkTexts({ ...soundEntry, ...change }).filter(
      (text) => text.verdict === "fault",
    );
    expect(told.map((text) => text.key)).toEqual(Object.keys(change));
    expect(told.map((text) => text.word)).toEqual(["Tidak sah"]);
  }
});

test("a vouched signature holds, a missing one is still to come", () => {
  expect(wordOf({ ...soundEntry, signature: "VOUCHED" }, "signature")).toBe("Sah");
  expect(wordOf({ ...soundEntry, signature: "MISSING" }, "signature")).toBe("Menyusul");
});

test("destroyed personal data is no fault", () => {
  const told = checkTexts({ ...soundEntry, private: "DESTROYED", countersigned: false });
  expect(told.filter((text) => text.verdict === "fault")).toEqual([]);
});
