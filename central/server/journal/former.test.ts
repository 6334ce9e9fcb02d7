import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { FormerAnswer } from "../../../shared/contract/former-till.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { type Answer, newId, type TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let old: TestTill;
let next: TestTill;
let tills = 0;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON + 3_600_000 } });
}, 120_000);
afterAll(() => centre.close());

const enrolled = async (): Promise<{ till: TestTill; tillCode: string }> => {
  tills += 1;
  const tillCode = String(tills).padStart(2, "0");
  const till = await centre.enrolTill({ tillCode });
  await till.hello();
  return { till, tillCode };
};

/** An old till with a sale at the centre, and a new one that goes on from it. */
beforeEach(async () => {
  const { till, tillCode } = await enrolled();
  old = till;
  new TillShift(old, { startMs: NOON, tillCode }).sell();
  await old.push();
  next = (await enrolled()).till;
  goOn(next, old);
  await next.push();
});

function goOn(till: TestTill, from: TestTill, claimed: Record<string, unknown> = {}): void {
  const last = from.entries.at(-1);
  const { turnover = 0, reversals = 0 } = JSON.parse(last?.body ?? "{}") as Record<string, number>;
  till.write({
    v: 1,
    kind: "RESUMED",
    at: new Date(NOON + 1_800_000).toISOString(),
    clock: "CENTRE",
    actorId: till.tillId,
    commandId: newId(),
    oldTillId: from.tillId,
    oldSeq: last?.seq,
    oldHash: last?.hash,
    turnover,
    reversals,
    ...claimed,
  });
}
const ask = (till: TestTill, fields: Record<string, unknown> = {}): Promise<Answer> => {
  const input = { tillId: till.tillId, formerTillId: old.tillId, before: null, limit: 500 };
  return till.request("till.former", JSON.stringify({ ...input, ...fields }));
};

test("the till that goes on from another reads its journal, the newest first, page by page", async () => {
  const first = FormerAnswer.parse((await ask(next, { limit: 2 })).data);
  const newest = old.entries.at(-1);
  expect(first.head).toMatchObject({ tillId: old.tillId, seq: newest?.seq, hash: newest?.hash });
  expect(first.certificates).toMatchObject([{ tillId: old.tillId, publicKey: old.publicKey }]);
  expect(first.entries.map(({ seq }) => seq)).toEqual([3, 2]);
  const rest = FormerAnswer.parse((await ask(next, { before: 2 })).data);
  expect(rest.entries).toMatchObject([{ seq: 1, body: old.entries[0]?.body }]);
  const end = FormerAnswer.parse((await ask(next, { before: 1 })).data);
  expect(end.entries).toEqual([]);
});

test("nothing personal is sent along", async () => {
  const answer = await ask(next);
  expect(answer.code).toBeNull();
  expect(answer.text).not.toContain('private"');
});

test("a till that goes on through another reads both", async () => {
  const { till } = await enrolled();
  goOn(till, next);
  await till.push();
  expect((await ask(till)).code).toBeNull();
  expect((await ask(till, { formerTillId: next.tillId })).code).toBeNull();
});

test("any other till is refused: a stranger, the old one, one's own journal", async () => {
  const { till } = await enrolled();
  expect(await ask(till)).toMatchObject({ code: "NOT_ALLOWED" });
  expect(await ask(old, { formerTillId: next.tillId })).toMatchObject({ code: "NOT_ALLOWED" });
  expect(await ask(next, { formerTillId: next.tillId })).toMatchObject({ code: "NOT_ALLOWED" });
  expect(await ask(next, { formerTillId: newId() })).toMatchObject({ code: "NOT_ALLOWED" });
});

test("a till in another outlet is refused, whatever it says it goes on from", async () => {
  await centre.centre.deps.database.query(
    `insert into outlet select regency_id, $1, 'ZZ', 'Lain', 'Lain' from outlet limit 1
     on conflict do nothing`,
    ["019ac000-0000-7000-8000-00000000000a"],
  );
  await centre.centre.deps.database.query("update till set outlet_id = $1 where till_id = $2", [
    "019ac000-0000-7000-8000-00000000000a",
    next.tillId,
  ]);
  expect(await ask(next)).toMatchObject({ code: "NOT_ALLOWED" });
});

test("a till that names another where the centre holds nothing reads it once that one is revoked", async () => {
  const { till } = await enrolled();
  goOn(till, old, { oldSeq: 9_000, oldHash: "ab".repeat(32) });
  await till.push();
  expect(await ask(till)).toMatchObject({ code: "NOT_ALLOWED" });
  const { database } = centre.centre.deps;
  await database.query("update till set state = 'REVOKED' where till_id = $1", [old.tillId]);
  expect((await ask(till)).code).toBeNull();
});

test("a till that names what another never wrote reads nothing of it", async () => {
  const { till } = await enrolled();
  goOn(till, old, { oldHash: "ab".repeat(32) });
  await till.push();
  expect(await ask(till)).toMatchObject({ code: "NOT_ALLOWED" });
});
