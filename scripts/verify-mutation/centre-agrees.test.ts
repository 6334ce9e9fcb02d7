import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyJournal } from "../verify-journal/verify.mjs";
import { startTestCentre, type TestCentre } from "../../central/server/testing/test-centre.ts";
import { newId, TestTill, type WrittenEntry } from "../../central/server/testing/test-till.ts";
import { TillShift } from "../../central/server/testing/till-shift.ts";

/*
 * A till whose own key signs what is not so. Each change stands between honest sales in one journal:
 * the centre keeps it aside when it is pushed, and the stand-alone verifier names it in the export.
 */

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
const folder = mkdtempSync(join(tmpdir(), "bela-beli-tampered-"));
let centre: TestCentre;

type Sold = ReturnType<TillShift["sell"]>;
type On = { readonly shift: TillShift; readonly till: TestTill; readonly last: Sold };
type Write = (on: On) => WrittenEntry;

const sale =
  (change: object): Write =>
  ({ shift }) =>
    shift.sell({ change });
const line =
  (change: object): Write =>
  ({ shift, last }) =>
    shift.sell({ change: { lines: last.sale.lines.map((one) => ({ ...one, ...change })) } });
const tender =
  (change: object): Write =>
  ({ shift, last }) =>
    shift.sell({ change: { tenders: last.sale.tenders.map((one) => ({ ...one, ...change })) } });
const undone =
  (change: object): Write =>
  ({ shift, last }) =>
    shift.undo(last, change);
const returned =
  (change: object): Write =>
  ({ shift, last }) =>
    shift.bringBack(last, 1, change);
/** Spoils what is sent beside the body. */
const beside =
  (change: (on: On) => object): Write =>
  (on) => {
    const sold = on.shift.sell();
    const entry = { ...on.till.entries[sold.seq - 1]!, ...change(on) };
    on.till.entries[sold.seq - 1] = entry;
    return entry;
  };

const CHANGES: readonly (readonly [string, Write])[] = [
  ["a line that costs otherwise", line({ unitPrice: 34_000 })],
  ["a line of more pieces", line({ qty: 2 })],
  ["a line with a discount it was not sold with", line({ lineDiscount: 1_000 })],
  ["a line whose net is another", line({ net: 34_000 })],
  ["a line of no piece", line({ qty: 0 })],
  ["a line below nothing", line({ net: -1 })],
  ["lines not numbered from one", line({ no: 2 })],
  ["no lines", sale({ lines: [] })],
  ["a smaller total", sale({ total: 34_000 })],
  ["a larger total", sale({ total: 36_000 })],
  ["a counted sum that is a text", sale({ counted: "35000" })],
  ["more change than was given", sale({ change: 6_000 })],
  ["no change", sale({ change: 0 })],
  ["less paid than the total", tender({ amount: 30_000 })],
  ["change on what is no cash", tender({ kind: "QRIS", confirmedBy: "cashier" })],
  ["no tenders", sale({ tenders: [] })],
  ["tenders not numbered from one", tender({ no: 2 })],
  ["the month after", sale({ period: "2026-12" })],
  ["the month before", sale({ period: "2026-10" })],
  ["a number of another till", sale({ number: "KB-99-261120-000021" })],
  ["a number of another outlet", sale({ number: "ZZ-01-261120-000022" })],
  ["a number of another day", sale({ number: "KB-01-261119-000023" })],
  ["a number used before", sale({ number: "KB-01-261120-000001" })],
  ["a number zero", sale({ number: "KB-01-261120-000000" })],
  ["a smaller turnover", sale({ turnover: 35_000 })],
  ["no turnover", sale({ turnover: null })],
  ["a time before the entry before", sale({ at: "2026-11-20T04:00:00.000Z" })],
  ["a time that does not exist", sale({ at: "2026-11-31T04:00:00.000Z" })],
  ["another version", sale({ v: 2 })],
  ["a kind nobody knows", sale({ kind: "GIFT" })],
  ["a clock nobody knows", sale({ clock: "SUN" })],
  ["an actor that is no id", sale({ actorId: "Rina" })],
  ["a sale that is no id", sale({ saleId: "kopi" })],
  ["a signature by another key", beside(() => ({ signature: new TestTill("").sign("x") }))],
  ["no receipt signature", beside(() => ({ receiptSignature: undefined }))],
  [
    "another receipt's signature",
    beside(({ last }) => ({ receiptSignature: last.receiptSignature })),
  ],
  ["a private text nobody hashed", beside(() => ({ private: '{"salt":"x"}' }))],
  [
    "a void of part of a sale",
    undone({
      total: 30_000,
      counted: 30_000,
      reversals: 30_000,
      refunds: [{ no: 1, kind: "CASH", amount: 30_000 }],
    }),
  ],
  ["a void of a sale that is not there", ({ shift, last }) => shift.undo({ ...last, seq: 900 })],
  ["a void that pays back more", undone({ refunds: [{ no: 1, kind: "CASH", amount: 90_000 }] })],
  ["a return in another month", returned({ period: "2026-10" })],
  [
    "a return whose lines are not its total",
    returned({ lines: [{ originalNo: 1, qty: 1, refund: 1, condition: "BAIK" }] }),
  ],
  ["a return without lines", returned({ lines: [] })],
  [
    "a card bound by the cashier alone",
    ({ shift }) => shift.bindCard({ approval: undefined } as never),
  ],
  [
    "a price changed by nobody",
    ({ shift }) => shift.other("PRICE_CHANGED", { saleId: newId(), lineNo: 1 }),
  ],
  [
    "an outage that is not over",
    ({ shift }) =>
      shift.other("OUTAGE", {
        of: "CENTRE",
        from: "2026-11-20T05:00:00.000Z",
        to: "2027-01-01T00:00:00.000Z",
      }),
  ],
  [
    "a jump of the clock that is none",
    ({ shift }) =>
      shift.other("CLOCK_MOVED", {
        against: "CENTRE",
        expected: "2026-11-20T05:00:00.000Z",
        found: "2026-11-20T05:00:00.000Z",
      }),
  ],
];

const aside = new Map<number, string>();
const named = new Map<number, string[]>();
const seqs = new Map<string, number>();

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
  const till = await centre.enrolTill({ tillCode: "01" });
  await till.hello();
  const shift = new TillShift(till, { startMs: NOON, tillCode: "01" });
  for (const [name, write] of CHANGES) {
    const last = shift.sell();
    seqs.set(name, write({ shift, till, last }).seq);
  }
  const answer = await till.push();
  if (answer.state !== "ACCEPTED") throw new Error(answer.state);
  for (const { seq, code } of answer.exceptions) aside.set(seq, code);
  const path = join(folder, "journal.jsonl");
  await centre.exportTo(path);
  const { faults } = await verifyJournal(path, centre.centre.rootFingerprint);
  for (const { seq, code } of faults.kept) {
    if (seq !== null) named.set(seq, [...(named.get(seq) ?? []), code]);
  }
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await centre.close();
});

test.each(CHANGES.map(([name]) => name))(
  "%s: kept aside by the centre, named by the verifier",
  (name) => {
    const seq = seqs.get(name) ?? 0;
    expect(aside.get(seq)).toBeDefined();
    expect(named.get(seq)).toBeDefined();
  },
);
