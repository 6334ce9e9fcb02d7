import { expect, test } from "vitest";
import { type Draft, draft, morning, sale, uuid } from "./testing/day.ts";
import { exportOf, FIRST } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";

const changed = (fields: object = {}): Draft =>
  draft("PRICE_CHANGED", 8, {
    approval: { approverId: uuid(102), action: "1 10 PRICE", by: "CARD" },
    saleId: uuid(2_004),
    lineNo: 2,
    productId: uuid(162),
    oldPrice: 40_000,
    newPrice: 35_000,
    ...fields,
  });
const faultsWith = (...after: Draft[]): Promise<string[]> =>
  faultsOf(exportOf([{ ...FIRST, drafts: [...morning(), ...after] }]));

test("a changed price followed by its sale at that price is sound", async () => {
  expect(await faultsWith(changed(), sale(9, 4))).toEqual([]);
});

test.each([
  ["the sale was made at another price", [changed({ newPrice: 34_000 }), sale(9, 4)], "1 10 PRICE"],
  [
    "the sale's line is of another product",
    [changed({ productId: uuid(161) }), sale(9, 4)],
    "1 10 PRICE",
  ],
  ["the sale has no such line", [changed({ lineNo: 3 }), sale(9, 4)], "1 10 PRICE"],
  ["another sale follows", [changed({ saleId: uuid(2_005) }), sale(9, 4)], "1 10 PRICE"],
  ["no sale follows", [changed(), draft("TILL_STARTED", 9)], "1 10 PRICE"],
  ["it names no product", [changed({ productId: "kopi" }), sale(9, 4)], "1 9 BODY_MALFORMED"],
  ["it gives the goods away", [changed({ newPrice: 0 }), sale(9, 4)], "1 9 BODY_MALFORMED"],
  ["it had no price before", [changed({ oldPrice: null }), sale(9, 4)], "1 9 BODY_MALFORMED"],
  ["it names no line", [changed({ lineNo: 0 }), sale(9, 4)], "1 9 BODY_MALFORMED"],
  ["nobody allowed it", [changed({ approval: undefined }), sale(9, 4)], "1 9 BODY_MALFORMED"],
])("when %s it is named", async (_what, after, code) => {
  expect(await faultsWith(...after)).toEqual([code]);
});
