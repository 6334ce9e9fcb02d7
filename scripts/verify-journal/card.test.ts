import { expect, test } from "vitest";
import { draft, morning, uuid } from "./testing/day.ts";
import { exportOf, FIRST } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";

const faultsWith = (fields: object = {}): Promise<string[]> => {
  const bound = draft("CARD_BOUND", 8, {
    approval: { approverId: uuid(102), action: "BIND_CARD" },
    hash: "5".repeat(64),
    personId: uuid(150),
    ...fields,
  });
  return faultsOf(exportOf([{ ...FIRST, drafts: [...morning(), bound] }]));
};

test("a card bound to a person, as a second person allowed, is sound", async () => {
  expect(await faultsWith()).toEqual([]);
});

test.each([
  ["nobody allowed it", { approval: undefined }],
  ["the cashier allowed it alone", { approval: { approverId: uuid(101), action: "BIND_CARD" } }],
  ["nobody is named who allowed it", { approval: { approverId: "Rina", action: "BIND_CARD" } }],
  ["it holds a card's text in place of its hash", { hash: "PEGAWAI-7F3A9C0B51D2" }],
  ["it names nobody", { personId: null }],
])("when %s it is named", async (_what, fields) => {
  expect(await faultsWith(fields)).toEqual(["1 9 BODY_MALFORMED"]);
});
