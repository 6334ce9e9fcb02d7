import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ReportAnswer } from "../../../shared/contract/sync.ts";
import { keyIdOf } from "../../../shared/domain/journal.ts";
import { sha256Hex } from "../keys/digest.ts";
import { tillRows } from "../stores/till-view.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { newId, type TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";
import { askKeyChange } from "./ask-key-change.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let till: TestTill;
let shift: TillShift;
let tills = 0;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
}, 120_000);
afterAll(() => centre.close());
beforeEach(async () => {
  tills += 1;
  const tillCode = String(tills).padStart(2, "0");
  till = await centre.enrolTill({ tillCode });
  await till.hello();
  shift = new TillShift(till, { startMs: NOON - 600_000, tillCode });
  await till.push();
});

const ask = (tillId: string) => askKeyChange(centre.centre.deps, { tillId, userId: newId() });
const asked = async (): Promise<number | null | undefined> => {
  const { database, regencyId } = centre.centre.deps;
  const rows = await tillRows(database, regencyId, "2026-11-20");
  return rows.find(({ tillId }) => tillId === till.tillId)?.keyAskedAt;
};
const told = async (): Promise<string | null | undefined> => {
  const standing = { unsent: 0, unsentSince: null, clockOffsetMs: 0, backupAt: null, waiting: [] };
  const report = { tillId: till.tillId, ...standing };
  const answer = await till.request("till.report", JSON.stringify(report));
  return ReportAnswer.parse(answer.data).keyToChange;
};

test("a till that is asked for a new key hears which one with its report, until it changed it", async () => {
  expect([await asked(), await told()]).toEqual([null, null]);
  await ask(till.tillId);
  expect([await asked(), await told()]).toEqual([NOON, keyIdOf(sha256Hex, till.publicKey)]);
  const before = keyIdOf(sha256Hex, till.publicKey);
  shift.changeKey();
  await till.hello({ keyChanges: till.keyChanges() });
  await till.push();
  expect(await asked()).toBeNull();
  expect(await told()).toBe(before);
  expect(keyIdOf(sha256Hex, till.publicKey)).not.toBe(before);
});

test("asking twice is asking once, and asking anew is after a change", async () => {
  const count = async (): Promise<number> =>
    (
      await centre.centre.deps.database.query(
        "select 1 from audit where action = 'till.askKeyChange' and subject = $1",
        [till.tillId],
      )
    ).length;
  await ask(till.tillId);
  await ask(till.tillId);
  expect(await count()).toBe(1);
  shift.changeKey();
  await till.hello({ keyChanges: till.keyChanges() });
  await till.push();
  await ask(till.tillId);
  expect(await count()).toBe(2);
  expect(await told()).toBe(keyIdOf(sha256Hex, till.publicKey));
});

test("nobody is asked who cannot change it: an unknown till, a revoked one, a closed one", async () => {
  await expect(ask(newId())).rejects.toThrow("NOT_FOUND");
  const { database } = centre.centre.deps;
  await database.query("update till set closed_seq = 2 where till_id = $1", [till.tillId]);
  await expect(ask(till.tillId)).rejects.toThrow("NOT_FOUND");
  await database.query("update till set closed_seq = null, state = 'REVOKED' where till_id = $1", [
    till.tillId,
  ]);
  await expect(ask(till.tillId)).rejects.toThrow("NOT_FOUND");
});
