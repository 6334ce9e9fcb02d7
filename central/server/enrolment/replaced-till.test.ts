import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { EnrolAnswer } from "../../../shared/contract/sync.ts";
import { pendingEnrolments } from "../stores/enrolment.ts";
import { tillRows } from "../stores/till-view.ts";
import { SHOP } from "../testing/shop.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { newId, TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";
import { createEnrolmentCode } from "./create-code.ts";
import { decideEnrolment } from "./decide.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let tills = 0;
let lost: TestTill;
let lostName: string;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON + 3_600_000 } });
}, 120_000);
afterAll(() => centre.close());

const nextCode = (): string => {
  tills += 1;
  return String(tills).padStart(2, "0");
};
/** A till that sold once at 35,000, all of it at the centre. */
beforeEach(async () => {
  const tillCode = nextCode();
  lost = await centre.enrolTill({ tillCode });
  lostName = `KB-${tillCode}`;
  await lost.hello();
  new TillShift(lost, { startMs: NOON, tillCode }).sell();
  await lost.push();
});

type Asked = { readonly tillId?: string; readonly revokeReason?: string | null };
const codeFor = async (asked: Asked = {}, outletId: string = SHOP.outletId): Promise<string> => {
  const replaces = { tillId: lost.tillId, revokeReason: "Komputer dicuri", ...asked };
  const post = { outletId, tillCode: nextCode(), deviceKind: "till" } as const;
  const wanted = { ...post, userId: null, replaces };
  return (await createEnrolmentCode(centre.centre.deps, wanted)).code;
};
/** A new till under a code, as the admin let it in. */
const enrolled = async (code: string): Promise<{ till: TestTill; answer: EnrolAnswer }> => {
  const till = new TestTill(centre.url);
  await till.enrol(code);
  await centre.approvePending();
  return { till, answer: EnrolAnswer.parse((await till.enrol(code)).data) };
};
const endOf = (till: TestTill): { seq: number; hash: string } => {
  const { seq = 0, hash = "" } = till.entries.at(-1) ?? {};
  return { seq, hash };
};
const refusePending = async (): Promise<void> => {
  const { deps } = centre.centre;
  const waiting = await pendingEnrolments(deps.database, deps.regencyId, deps.clock.wallMs());
  for (const { enrolmentId, state } of waiting) {
    const decision = { enrolmentId, accept: false, fingerprint: "", userId: null };
    if (state === "PENDING") await decideEnrolment(deps, decision);
  }
};
const rowOf = async (tillId: string) => {
  const { database, regencyId } = centre.centre.deps;
  const rows = await tillRows(database, regencyId, "2026-11-20");
  return rows.find((row) => row.tillId === tillId);
};
const goOn = async (till: TestTill, fields: Record<string, unknown> = {}): Promise<string[]> => {
  await till.hello();
  till.write({
    v: 1,
    kind: "RESUMED",
    at: new Date(NOON + 1_800_000).toISOString(),
    clock: "CENTRE",
    actorId: till.tillId,
    commandId: newId(),
    oldTillId: lost.tillId,
    oldSeq: endOf(lost).seq,
    oldHash: endOf(lost).hash,
    turnover: 35_000,
    reversals: 0,
    ...fields,
  });
  const answer = await till.push();
  return answer.state === "ACCEPTED" ? answer.exceptions.map(({ code }) => code) : [answer.state];
};

describe("a till that was lost with its file", () => {
  test("is revoked with the code, and the new till is told where its chain ended", async () => {
    const code = await codeFor();
    expect(await rowOf(lost.tillId)).toMatchObject({ state: "REVOKED", continuedBy: null });
    const { database, regencyId, clock } = centre.centre.deps;
    const pending = await pendingEnrolments(database, regencyId, clock.wallMs());
    expect(pending[0]).toMatchObject({ replaces: lostName });
    const { till, answer } = await enrolled(code);
    expect(answer).toMatchObject({
      state: "ISSUED",
      replaces: { head: { tillId: lost.tillId, ...endOf(lost) }, turnover: 35_000, reversals: 0 },
    });
    expect(await goOn(till)).toEqual([]);
    const standing = { till: lostName, standing: "HELD" };
    expect(await rowOf(till.tillId)).toMatchObject({ resumedFrom: standing });
  });

  test("is told the same each time, whatever comes of the old one meanwhile", async () => {
    const code = await codeFor();
    const { till, answer } = await enrolled(code);
    lost.write({ v: 1, kind: "TILL_STARTED" });
    await lost.push(4);
    expect((await till.enrol(code)).data).toEqual({
      ...answer,
      sealedRegencyKey: expect.any(String) as string,
    });
    expect(await goOn(till)).toEqual([]);
  });

  test("has its sums as it stated them last, where its last entry could not be read", async () => {
    lost.write({ v: 1, kind: "TILL_STARTED", at: "gestern" });
    await lost.push(4);
    const { till, answer } = await enrolled(await codeFor());
    expect(answer).toMatchObject({ replaces: { turnover: 35_000, reversals: 0 } });
    expect(await goOn(till)).toEqual([]);
  });

  test("is replaced once: who comes second under another code for it is not let in", async () => {
    const [first, second] = [await codeFor(), await codeFor({ revokeReason: null })];
    await enrolled(first);
    await new TestTill(centre.url).enrol(second);
    await expect(centre.approvePending()).rejects.toThrow("TILL_REPLACED");
    await refusePending();
    await expect(codeFor()).rejects.toThrow("TILL_REPLACED");
  });

  test("is replaced again where the new till was revoked before it sent anything", async () => {
    const { till } = await enrolled(await codeFor());
    const row = await rowOf(till.tillId);
    expect(await rowOf(lost.tillId)).toMatchObject({ continuedBy: `KB-${row?.tillCode}` });
    await centre.centre.deps.database.query(
      "update till set state = 'REVOKED' where till_id = $1",
      [till.tillId],
    );
    const { answer } = await enrolled(await codeFor());
    expect(answer).toMatchObject({ replaces: { head: endOf(lost) } });
  });

  test("leaves two rows in the audit trail: the code, and why the old till was revoked", async () => {
    await codeFor();
    const rows = await centre.centre.deps.database.query<{ action: string; after: string }>(
      "select action, after from audit order by audit_id desc limit 2",
    );
    const told = rows.map(({ action, after }) => `${action} ${after}`).join("\n");
    expect(told).toContain(`"replacesTillId":"${lost.tillId}"`);
    expect(told).toContain('"afterSeq":3,"reason":"Komputer dicuri"');
  });
});

describe("no code is made, and nothing revoked, for", () => {
  test("an active till without a reason, a till nobody knows, one of another outlet", async () => {
    const other = "019ac000-0000-7000-8000-00000000000b";
    await centre.centre.deps.database.query(
      `insert into outlet select regency_id, $1, 'ZY', 'Lain', 'Lain' from outlet limit 1
       on conflict do nothing`,
      [other],
    );
    await expect(codeFor({ revokeReason: null })).rejects.toThrow("BAD_INPUT");
    await expect(codeFor({ tillId: newId() })).rejects.toThrow("BAD_INPUT");
    await expect(codeFor({}, other)).rejects.toThrow("BAD_INPUT");
    expect(await rowOf(lost.tillId)).toMatchObject({ state: "ACTIVE" });
  });

  test("a till of which the centre has nothing, and one that was closed", async () => {
    const silent = await centre.enrolTill({ tillCode: nextCode() });
    await expect(codeFor({ tillId: silent.tillId })).rejects.toThrow("BAD_INPUT");
    const { database } = centre.centre.deps;
    await database.query("update till set closed_seq = 3 where till_id = $1", [lost.tillId]);
    await expect(codeFor()).rejects.toThrow("BAD_INPUT");
  });

  test("a till whose place was taken by one that goes on from its file", async () => {
    expect(await goOn(await centre.enrolTill({ tillCode: nextCode() }))).toEqual([]);
    await expect(codeFor()).rejects.toThrow("TILL_REPLACED");
  });
});

test("a till that names another than its code does is not tied to it", async () => {
  const { till } = await enrolled(await codeFor());
  const tillCode = nextCode();
  lost = await centre.enrolTill({ tillCode });
  await lost.hello();
  new TillShift(lost, { startMs: NOON, tillCode }).sell();
  await lost.push();
  expect(await goOn(till)).toEqual(["ENTRY_REFERENCE"]);
  expect(await rowOf(till.tillId)).toMatchObject({ resumedFrom: null });
});
