import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { newId, temporaryFolder } from "../testing/test-core.ts";
import { backUpCentre } from "./testing/centre-backup.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
}, 120_000);
afterAll(() => centre.close());

let till: TillAtCentre;
let tills = 0;

/** A till with one sale at the centre and its supervisor logged in. */
beforeEach(async () => {
  tills += 1;
  till = await startTillAtCentre(centre, code(tills));
  await till.sell();
  await login();
  await till.sent();
});
afterEach(() => till.close());

const code = (number: number): string => String(number).padStart(2, "0");
async function login(): Promise<void> {
  const { supervisorId, supervisorPin } = centre.shop;
  const who = { cashierId: supervisorId, pin: supervisorPin };
  await till.core.cashier.session.login.mutate(who);
}
async function closeShift(): Promise<void> {
  const { expected } = await till.core.cashier.shift.report.query();
  const counts = [{ value: 100, pieces: expected / 100 }];
  const closed = { commandId: newId(), counts, reason: null, note: "" };
  await till.core.cashier.shift.close.mutate(closed);
}
const change = () =>
  till.core.cashier.setting.changeKey.mutate({ commandId: newId(), approvalId: null });
/** How many of its keys the centre has certified. */
const keys = async (): Promise<number> => {
  const sql = "select from_seq from till_certificate where till_id = $1";
  return (await centre.centre.deps.database.query(sql, [till.tillId])).length;
};

/** Everything is at the centre, nothing aside, and the stand-alone verifier finds it whole. */
async function sound(): Promise<void> {
  expect(await till.sent()).toMatchObject({ sync: { quarantined: 0 } });
  expect(await centre.totalDifferences()).toEqual([]);
  const file = path.join(till.folder, "journal.jsonl");
  await centre.exportTo(file);
  const verifier = path.resolve(import.meta.dirname, "../../../scripts/verify-journal");
  const root = ["--root", centre.centre.rootFingerprint];
  const report = execFileSync(process.execPath, [verifier, file, ...root], { encoding: "utf8" });
  expect(report).toContain("UTUH");
}

describe("a till that changes its key", () => {
  it("goes on at the centre under the new one, and its sales count", async () => {
    await change();
    await till.sell();
    await sound();
    expect(await keys()).toBe(2);
  });

  it("is asked to by the centre, hears of it, and is asked no more once it did", async () => {
    await centre.askKeyChange(till.tillId);
    await till.core.cashier.sync.now.mutate();
    await till.core.until((state) => state.till?.keyAsked === true);
    await till.restart();
    await login();
    expect(till.core.state().till?.keyAsked).toBe(true);
    await change();
    await till.core.until((state) => state.till?.keyAsked === false);
    await sound();
    await till.core.cashier.sync.now.mutate();
    expect(await till.sent()).toMatchObject({ till: { keyAsked: false } });
  });

  it("offline, with unsent entries before and after and twice over, is believed once it is heard", async () => {
    await till.line.turnOff();
    await till.sell();
    await change();
    await till.sell();
    await change();
    await till.restart();
    await login();
    await till.sell();
    await till.line.turnOn();
    await sound();
    expect(await keys()).toBe(3);
  });

  it("is believed by a centre that was put back from before the change", async () => {
    const putBack = await backUpCentre(centre, `keys${tills}`);
    await change();
    await till.sell();
    await till.sent();
    await putBack();
    expect(await keys()).toBe(1);
    await till.restart();
    await login();
    await till.sell();
    await sound();
    expect(await keys()).toBe(2);
  });

  it("leaves a copy from before the change with words for what it is, and a way to go on", async () => {
    const copy = temporaryFolder();
    await closeShift();
    await till.sent();
    await till.core.close();
    cpSync(till.folder, copy.path, { recursive: true });
    await till.restart();
    await login();
    await change();
    await till.sent();
    await till.restart(copy.path);
    const told = await till.core.until(({ sync }) => sync.state === "STOPPED");
    expect(told.sync.failureCode).toBe("KEY_REPLACED");
    await login();
    tills += 1;
    await till.core.cashier.enrol.goOn.mutate({
      code: await centre.issueCode({ tillCode: code(tills) }),
    });
    await centre.approvePending();
    await till.core.until((state) => state.till?.tillCode === code(tills));
    await login();
    await till.core.cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
    await till.sell();
    await sound();
    await till.core.close();
    copy.remove();
  });
});
