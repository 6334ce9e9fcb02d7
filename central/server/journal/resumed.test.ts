import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { newId, type TestTill } from "../testing/test-till.ts";
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

/** An old till with one sale of 35,000 at the centre, and a new one at its first entry. */
beforeEach(async () => {
  tills += 2;
  const code = (number: number): string => String(number).padStart(2, "0");
  old = await centre.enrolTill({ tillCode: code(tills - 1) });
  await old.hello();
  new TillShift(old, { startMs: NOON, tillCode: code(tills - 1) }).sell();
  await old.push();
  next = await centre.enrolTill({ tillCode: code(tills) });
  await next.hello();
});

function resume(fields: Record<string, unknown> = {}): void {
  const last = old.entries.at(-1);
  const { turnover, reversals } = JSON.parse(last?.body ?? "{}") as Record<string, number>;
  next.write({
    v: 1,
    kind: "RESUMED",
    at: new Date(NOON + 1_800_000).toISOString(),
    clock: "CENTRE",
    actorId: next.tillId,
    commandId: newId(),
    oldTillId: old.tillId,
    oldSeq: last?.seq,
    oldHash: last?.hash,
    turnover,
    reversals,
    ...fields,
  });
}
const codes = async (): Promise<string[]> => {
  const answer = await next.push();
  return answer.state === "ACCEPTED" ? answer.exceptions.map(({ code }) => code) : [answer.state];
};
const standing = async (): Promise<string | undefined> => {
  const [row] = await centre.centre.deps.database.query<{ standing: string }>(
    "select standing from succession where till_id = $1 and old_till_id = $2",
    [next.tillId, old.tillId],
  );
  return row?.standing;
};

test("a till that goes on from another is tied to it", async () => {
  resume();
  expect(await codes()).toEqual([]);
  expect(await standing()).toBe("HELD");
});

test("where the centre holds the old chain otherwise, or not so far, the tie says so", async () => {
  resume({ oldHash: "a".repeat(64) });
  expect(await codes()).toEqual([]);
  expect(await standing()).toBe("OTHER");
  next = await centre.enrolTill({ tillCode: String(50 + tills) });
  await next.hello();
  resume({ oldSeq: 99 });
  expect(await codes()).toEqual([]);
  expect(await standing()).toBe("AHEAD");
});

test("sums that are not the old chain's are kept aside, and nothing is tied", async () => {
  resume({ turnover: 1 });
  expect(await codes()).toEqual(["ENTRY_TURNOVER"]);
  expect(await standing()).toBeUndefined();
});

test.each([
  ["a till nobody knows", { oldTillId: newId() }],
  ["itself", { oldTillId: "" }],
])("going on from %s is kept aside", async (_, fields) => {
  resume(fields.oldTillId === "" ? { oldTillId: next.tillId } : fields);
  expect(await codes()).toEqual(["ENTRY_REFERENCE"]);
});

test("a chain goes on from another at its beginning only", async () => {
  resume();
  resume();
  expect(await codes()).toEqual(["ENTRY_REFERENCE"]);
});
