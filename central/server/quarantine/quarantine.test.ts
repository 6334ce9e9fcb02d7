import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DecideEntry } from "../../../shared/contract/quarantine-api.ts";
import { rederive } from "../rederive/rederive.ts";
import { lockMonth } from "../months/lock-month.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { logInAs, refusal } from "../testing/test-person.ts";
import type { TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let admin: Awaited<ReturnType<typeof logInAs>>;
let till: TestTill;
let shift: TillShift;
let tills = 0;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
  admin = await logInAs(centre.url, centre.centre.deps, { role: "ADMIN" });
}, 120_000);
afterAll(() => centre.close());
beforeEach(async () => {
  tills += 1;
  const tillCode = String(tills).padStart(2, "0");
  till = await centre.enrolTill({ tillCode });
  await till.hello();
  shift = new TillShift(till, { startMs: NOON, tillCode });
});

const database = () => centre.centre.deps.database;
const differences = () => database().transaction((tx) => rederive(tx, "3513"));
const reason = "Sudah dicocokkan dengan struk";
const decide = (
  seq: number,
  decision: Exclude<DecideEntry["decision"], "CORRECT">,
): Promise<object> =>
  admin.quarantine.decide.mutate({ tillId: till.tillId, seq, decision, reason });

/** What the month says of the buyer and the maker, and the day of this till. */
async function sums(period = "2026-11") {
  const [row] = await database().query<{ person: number; maker: number; day: number }>(
    `select
       (select coalesce(sum(counted), 0)::bigint from person_month
         where person_id = $1 and period = $3) as person,
       (select coalesce(sum(net), 0)::bigint from maker_month where period = $3) as maker,
       (select coalesce(sum(total), 0)::bigint from till_day where till_id = $2) as day`,
    [SHOP.personId, till.tillId, period],
  );
  if (row === undefined) throw new Error("no sums");
  return row;
}

const mine = async () =>
  (await admin.quarantine.list.query()).filter(({ tillId }) => tillId === till.tillId);

/** A sale whose price is right and whose number skips one: kept aside, and worth accepting. */
function skipNumber(): ReturnType<TillShift["sell"]> {
  const sale = shift.sell();
  const number = sale.sale.number.replace(/\d{6}$/, "000777");
  till.entries.pop();
  return {
    ...till.write({ ...sale.sale, number }, { receipt: true }),
    sale: { ...sale.sale, number },
  };
}

describe("an entry kept aside", () => {
  test("counts once a person accepts it, exactly once, and leaves the list", async () => {
    const before = await sums();
    skipNumber();
    expect(await till.push()).toMatchObject({ exceptions: [{ seq: 3, code: "ENTRY_NUMBER" }] });
    expect(await sums()).toEqual({ ...before, day: 0 });
    expect(await mine()).toMatchObject([{ seq: 3, code: "ENTRY_NUMBER" }]);
    const both = await Promise.allSettled([decide(3, "ACCEPT"), decide(3, "ACCEPT")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await sums()).toEqual({
      person: before.person + 35_000,
      maker: before.maker + 35_000,
      day: 35_000,
    });
    expect(await mine()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test("is not told to the till as waiting any more once it is decided", async () => {
    skipNumber();
    await till.push();
    await decide(3, "SEND_BACK");
    expect(await till.push()).toMatchObject({ state: "ACCEPTED", exceptions: [] });
    expect(await mine()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test("brings what was taken back of it meanwhile", async () => {
    const before = await sums();
    const sold = skipNumber();
    shift.undo(sold);
    expect(await till.push()).toMatchObject({ exceptions: [{ seq: 3 }] });
    await decide(3, "ACCEPT");
    expect(await sums()).toEqual({ ...before, day: 0 });
    expect(await differences()).toEqual([]);
  });

  test("takes back in the order in which it was accepted", async () => {
    const before = await sums();
    const sold = shift.sell({ qty: 2 });
    shift.bringBack(sold, 2, { outletId: SHOP.personId });
    shift.undo(sold);
    expect(await till.push()).toMatchObject({ exceptions: [{ seq: 4, code: "ENTRY_REFERENCE" }] });
    await decide(4, "ACCEPT");
    expect(await sums()).toEqual({ ...before, day: 0 });
    expect(await differences()).toEqual([]);
  });

  test("is corrected at the centre: its figures count, its text stays", async () => {
    const before = await sums();
    const sold = shift.sell({ qty: 3, change: { total: 1 } });
    expect(await till.push()).toMatchObject({ exceptions: [{ seq: 3, code: "ENTRY_SUMS" }] });
    await admin.quarantine.decide.mutate({
      tillId: till.tillId,
      seq: 3,
      decision: "CORRECT",
      reason,
      correction: { period: "2026-11", lines: [{ no: 1, qty: 2, net: 70_000 }] },
    });
    expect(await sums()).toEqual({
      person: before.person + 70_000,
      maker: before.maker + 70_000,
      day: 70_000,
    });
    const { saleId } = sold.sale;
    const detail = await admin.sale.get.query({ saleId });
    expect(detail).toMatchObject({ total: 70_000, counted: 70_000, code: "CENTRE_CORRECTED" });
    expect(detail.entry.body).toBe(sold.body);
    expect(await differences()).toEqual([]);
  });

  test("that cannot be read is only sent back", async () => {
    till.write({ v: 2, kind: "LATER", at: "2026-11-20T06:00:00.000Z" });
    await till.push();
    expect(await refusal(decide(3, "ACCEPT"))).toBe("ENTRY_KIND_UNKNOWN");
    expect(await mine()).toMatchObject([{ seq: 3 }]);
    await decide(3, "SEND_BACK");
    expect(await mine()).toEqual([]);
  });

  test("shows its text, its checks and its lines to who decides, and only to them", async () => {
    skipNumber();
    await till.push();
    const asked = { tillId: till.tillId, seq: 3 };
    const entry = await admin.quarantine.entry.query(asked);
    expect(entry).toMatchObject({
      code: "ENTRY_NUMBER",
      check: { hash: true, signature: "VALID" },
      sale: { total: 35_000, lines: [{ no: 1, productName: "Kopi 200 g", qty: 1, net: 35_000 }] },
    });
    const manager = await logInAs(centre.url, centre.centre.deps, { role: "OUTLET_MANAGER" });
    expect(await refusal(manager.quarantine.entry.query(asked))).toBe("NOT_ALLOWED");
    const auditor = await logInAs(centre.url, centre.centre.deps, { role: "AUDITOR" });
    const wanted = { ...asked, decision: "ACCEPT", reason } as const;
    expect(await refusal(auditor.quarantine.decide.mutate(wanted))).toBe("NOT_ALLOWED");
  });

  test("leaves an audit row with who, why and what it was", async () => {
    skipNumber();
    await till.push();
    await decide(3, "SEND_BACK");
    const rows = await database().query(
      "select action, before, after from audit where subject = $1",
      [`${till.tillId}/3`],
    );
    expect(rows).toEqual([
      {
        action: "entry.sent_back",
        before: JSON.stringify({ code: "ENTRY_NUMBER", contentCode: "ENTRY_NUMBER" }),
        after: JSON.stringify({ decision: "SENT_BACK", reason, correction: null }),
      },
    ]);
  });
});

describe("a sale under a doubtful clock", () => {
  const confirm = (seq: number, period: string) =>
    admin.quarantine.confirmPeriod.mutate({ tillId: till.tillId, seq, period, reason });

  test("counts for its buyer from when its month is confirmed", async () => {
    const before = await sums();
    shift.sell({ change: { clock: "DOUBTFUL" } });
    await till.push();
    expect(await sums()).toEqual({
      person: before.person,
      maker: before.maker + 35_000,
      day: 35_000,
    });
    const open = await admin.quarantine.openPeriods.query();
    expect(open).toMatchObject([{ seq: 3, period: "2026-11", total: 35_000 }]);
    await confirm(3, "2026-11");
    expect(await sums()).toEqual({
      person: before.person + 35_000,
      maker: before.maker + 35_000,
      day: 35_000,
    });
    expect(await admin.quarantine.openPeriods.query()).toEqual([]);
    expect(await refusal(confirm(3, "2026-11"))).toBe("NOT_FOUND");
    expect(await differences()).toEqual([]);
  });

  test("moves to another month with its makers and with what came back of it", async () => {
    const before = { october: await sums("2026-10"), november: await sums() };
    const sold = shift.sell({ qty: 2, change: { clock: "DOUBTFUL" } });
    shift.bringBack(sold, 1);
    await till.push();
    await confirm(3, "2026-10");
    expect(await sums()).toMatchObject({
      person: before.november.person,
      maker: before.november.maker,
    });
    expect(await sums("2026-10")).toMatchObject({
      person: before.october.person + 35_000,
      maker: before.october.maker + 35_000,
    });
    expect(await differences()).toEqual([]);
  });

  test("cannot join a month to come, or one that is locked", async () => {
    shift.sell({ change: { clock: "DOUBTFUL" } });
    await till.push();
    expect(await refusal(confirm(3, "2026-12"))).toBe("BAD_INPUT");
    const userId = SHOP.cashierId;
    await lockMonth(centre.centre.deps, { period: "2026-09", userId });
    expect(await refusal(confirm(3, "2026-09"))).toBe("MONTH_LOCKED");
    await confirm(3, "2026-11");
  });
});

test("what a revoked till wrote is accepted up to a named entry, and what is faulty stays", async () => {
  shift.sell();
  await till.push();
  await admin.till.revoke.mutate({ tillId: till.tillId, reason });
  expect(await refusal(admin.till.revoke.mutate({ tillId: till.tillId, reason }))).toBe(
    "NOT_FOUND",
  );
  const before = await sums();
  shift.sell();
  shift.sell({ change: { total: 1 } });
  const answer = await till.push(4);
  expect(answer).toMatchObject({
    exceptions: [
      { seq: 4, code: "TILL_REVOKED" },
      { seq: 5, code: "TILL_REVOKED" },
    ],
  });
  const accept = (upToSeq: number) =>
    admin.quarantine.acceptRevoked.mutate({ tillId: till.tillId, upToSeq, reason });
  expect(await refusal(accept(9))).toBe("BAD_INPUT");
  expect(await accept(5)).toEqual({ accepted: 1, left: 1 });
  expect(await mine()).toMatchObject([{ seq: 5, code: "ENTRY_SUMS" }]);
  expect((await sums()).person).toBe(before.person + 35_000);
  expect(await differences()).toEqual([]);
});
