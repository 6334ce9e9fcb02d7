import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { countTill } from "../testing/read-till.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

const NAMED = "SELECT count(*) AS n FROM person WHERE identity_sealed IS NOT NULL";

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.close());

let till: TillAtCentre;
let tills = 0;
beforeEach(async () => {
  tills += 1;
  till = await startTillAtCentre(centre, String(tills).padStart(2, "0"));
  await till.sent();
});
afterEach(() => till.close());

function forgetPulls(days: number): void {
  const db = new Sqlite(join(till.folder, "till.db"));
  db.prepare("UPDATE sync_state SET last_pull_at = last_pull_at - ?").run(days * 86_400_000);
  db.close();
}

test("after the first pull an expired roster is back, and what sales are as of never fell", async () => {
  const people = countTill(till.folder, NAMED);
  const cursor = countTill(till.folder, "SELECT feed_cursor FROM sync_state");
  expect(people).toBeGreaterThan(0);
  await till.core.close();
  forgetPulls(46);
  await till.line.turnOff();
  await till.restart();
  expect(till.core.state().roster.age.state).toBe("EXPIRED");
  expect(countTill(till.folder, NAMED)).toBe(0);
  expect(countTill(till.folder, "SELECT feed_cursor FROM sync_state")).toBe(cursor);
  await till.line.turnOn();
  await till.core.until(({ roster }) => roster.age.state === "FRESH");
  expect(countTill(till.folder, NAMED)).toBe(people);
  expect(countTill(till.folder, "SELECT refill_cursor IS NULL FROM sync_state")).toBe(1);
});

test("who is exempt, and who is not obliged, is told so by the centre's word alone", async () => {
  const { newId } = centre.centre.deps;
  const { officeId, shortPersonId, exemptPersonId } = centre.shop;
  const term = { from: "2025-01-01", class: "PELAKSANA", officeId, unitId: null } as const;
  const leave = { from: "2025-01", to: "2099-12", reason: "Cuti", letterNumber: "1/2025" };
  const free = { personId: shortPersonId, nip: "198802292012102993", name: "Budi", active: true };
  const away = { personId: exemptPersonId, nip: "200112012025042995", name: "Sri", active: true };
  const exemptions = [{ ...leave, exemptionId: newId() }];
  await centre.savePeople([
    { ...free, terms: [{ ...term, obliged: false }], exemptions: [] },
    { ...away, terms: [{ ...term, obliged: true }], exemptions },
  ]);
  const { cashier, state, until } = till.core;
  await cashier.sync.now.mutate();
  const standing = async (nip: string, wanted: string): Promise<void> => {
    await cashier.buyer.typedNip.mutate({ nip });
    await until(({ cart }) => cart.buyer?.kind === "ASN" && cart.buyer.month?.state === wanted);
  };
  await standing(free.nip, "NOT_OBLIGED");
  await standing(away.nip, "EXEMPT");
  expect(state().cart.buyer).toMatchObject({ name: "Sri", month: { obligation: null, short: 0 } });
});
