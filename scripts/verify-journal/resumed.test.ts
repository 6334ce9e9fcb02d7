import { describe, expect, test } from "vitest";
import { draft, sale, undone, uuid } from "./testing/day.ts";
import { certificate, chain, exportOf, FIRST, SECOND, type TillChain } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";
import { SECOND_TILL, type TestKey, TILL } from "./testing/keys.ts";

/** The old till sold three times and took one sale back: entries 1 to 9. */
const OLD: TillChain = { ...FIRST, drafts: [...FIRST.drafts, undone(8, 3)] };
const held = chain(OLD);

/** The till that goes on from the old one at its entry `seq`, and sells once more. */
function goingOn(fields: Record<string, unknown> = {}, seq = 9): TillChain {
  const start = draft("RESUMED", 10, {
    oldTillId: OLD.tillId,
    oldSeq: seq,
    oldHash: held[seq - 1]?.hash,
    turnover: 300_000,
    reversals: 100_000,
    ...fields,
  });
  const shift = draft("SHIFT_OPENED", 11, { shiftId: uuid(220), float: 200_000 });
  const sold = sale(12, 1, {
    saleId: uuid(2_500),
    shiftId: uuid(220),
    number: "KB-02-261102-000001",
    turnover: 400_000,
    reversals: 100_000,
  });
  return { ...SECOND, drafts: [start, shift, sold] };
}
const judged = (tills: readonly TillChain[]) => faultsOf(exportOf(tills));

describe("a chain that goes on from another", () => {
  test("is sound where it names the old one's end and takes over its sums", async () => {
    expect(await judged([OLD, goingOn()])).toEqual([]);
  });

  test("is sound from an older copy too, with the sums as they were there", async () => {
    const start = { turnover: 200_000, reversals: 0 };
    const [first, shift, sold] = goingOn(start, 5).drafts;
    const lower = { ...sold?.body, turnover: 300_000, reversals: 0 };
    const drafts = [first, shift, { body: lower }].filter((one) => one !== undefined);
    expect(await judged([OLD, { ...SECOND, drafts }])).toEqual([]);
  });

  test("is judged against the old one wherever that stands in the file", async () => {
    expect(await judged([goingOn(), OLD])).toEqual([]);
    expect(await judged([goingOn({ oldHash: "b".repeat(64) }), OLD])).toEqual(["2 1 RESUMED_HASH"]);
  });

  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ["another hash", { oldHash: "a".repeat(64) }, ["2 1 RESUMED_HASH"]],
    ["a till that is not there", { oldTillId: uuid(77) }, ["2 1 RESUMED_REFERENCE"]],
    ["more entries than there are", { oldSeq: 10 }, ["2 1 RESUMED_BEYOND"]],
    ["too low a turnover", { turnover: 200_000 }, ["2 3 TURNOVER", "2 1 RESUMED_SUM"]],
    ["too low reversals", { reversals: 0 }, ["2 3 REVERSALS", "2 1 RESUMED_SUM"]],
    ["itself", { oldTillId: uuid(2) }, ["2 1 RESUMED"]],
    ["no old till", { oldTillId: undefined }, ["2 1 RESUMED"]],
    ["a place that is none", { oldSeq: 0 }, ["2 1 RESUMED"]],
    ["a hash that is none", { oldHash: "x" }, ["2 1 RESUMED"]],
  ])("is named when it claims %s", async (_, fields, faults) => {
    expect(await judged([OLD, goingOn(fields)])).toEqual(faults);
  });

  test("is named when it begins amid a chain", async () => {
    const [start, shift, sold] = goingOn().drafts;
    const drafts = [draft("TILL_STARTED", 9), start, shift, sold].filter(
      (one) => one !== undefined,
    );
    expect(await judged([OLD, { ...SECOND, drafts }])).toEqual(["2 2 RESUMED"]);
  });

  test("is named when two go on from the same old one", async () => {
    const { drafts } = goingOn();
    const third = exportOf([OLD, goingOn(), { ...SECOND, tillId: uuid(3), drafts }]);
    expect(await faultsOf(third)).toContain("3 1 RESUMED_TWICE");
  });
});

/** As the old key vouched for a till before the centre was asked: by these fields, signed by this key. */
function vouched(change: Record<string, unknown> = {}, by: TestKey = TILL) {
  const own = certificate(SECOND, { fromSeq: 1, key: SECOND_TILL });
  const { issuerSignature: _, ...fields } = own;
  const validFrom = "2026-11-02T01:00:00.000Z";
  const said = { ...fields, validFrom, issuerKeyId: TILL.keyId, ...change };
  const text = ["belabeli-cert-by-till/1", ...Object.values(said)].join("\n");
  const { issuerKeyId } = said;
  return { provisional: { issuerKeyId, validFrom, issuerSignature: by.sign(text) } };
}

describe("a till that went on before the centre was asked", () => {
  test("is sound where the old till's last key signed for it and its key", async () => {
    expect(await judged([OLD, goingOn(vouched())])).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["another till", vouched({ tillId: uuid(3) })],
    ["another key", vouched({ publicKey: TILL.publicKey })],
    ["another till code", vouched({ tillCode: "03" })],
    ["another outlet", vouched({ outletCode: "ZZ" })],
    ["another kind of device", vouched({ deviceKind: "kiosk" })],
    ["another place", vouched({ fromSeq: 2 })],
    ["it under the root's words", { provisional: { ...rootSigned() } }],
    ["it by its own key", vouched({}, SECOND_TILL)],
    ["it in the name of its own key", vouched({ issuerKeyId: SECOND_TILL.keyId }, SECOND_TILL)],
    ["it in the name of another", vouched({ issuerKeyId: SECOND_TILL.keyId })],
  ])("is named where the key signed for %s", async (_, fields) => {
    expect(await judged([OLD, goingOn(fields)])).toEqual(["2 1 RESUMED_CERT"]);
  });

  test("is named where the signature was made for another time", async () => {
    const { provisional } = vouched();
    const moved = { provisional: { ...provisional, validFrom: "2026-11-02T01:00:00.001Z" } };
    expect(await judged([OLD, goingOn(moved)])).toEqual(["2 1 RESUMED_CERT"]);
  });

  test.each<[string, unknown]>([
    ["nothing", null],
    ["a text", "vouched"],
    ["no time", { ...vouched().provisional, validFrom: "yesterday" }],
    ["no key", { ...vouched().provisional, issuerKeyId: 1 }],
    ["no signature", { ...vouched().provisional, issuerSignature: null }],
    ["more than it should", { ...vouched().provisional, more: 1 }],
  ])("is named where what vouches is %s", async (_, provisional) => {
    expect(await judged([OLD, goingOn({ provisional })])).toEqual(["2 1 RESUMED"]);
  });
});

/** A signature of the old key under the domain of the root's certificates. */
function rootSigned() {
  const own = certificate(SECOND, { fromSeq: 1, key: SECOND_TILL }, TILL);
  const { issuerKeyId, validFrom, issuerSignature } = own;
  return { issuerKeyId, validFrom, issuerSignature };
}
