import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { logInAs } from "../../../central/server/testing/test-person.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

let centre: TestCentre;
let till: TillAtCentre;
beforeAll(async () => {
  centre = await startTestCentre();
  till = await startTillAtCentre(centre, "01");
});
afterAll(async () => {
  await till.close();
  await centre.close();
});

const REASON = "Sudah dicocokkan dengan struk";

test("a till hears what the centre decided of an entry, and why; then nothing waits any more", async () => {
  const admin = await logInAs(centre.url, centre.centre.deps, { role: "ADMIN" });
  const { database } = centre.centre.deps;
  // The centre does not know the goods: it keeps the sale aside.
  await database.query("update eligibility set key = key || 'x' where kind = 'product'");
  const sale = await till.sell();
  await till.sent();
  expect(till.core.state().sync.quarantined).toBe(1);
  const [waiting] = await admin.quarantine.list.query();
  expect(waiting).toMatchObject({ code: "ENTRY_REFERENCE", kind: "SALE" });
  expect(await till.core.cashier.sync.held.query()).toMatchObject([
    { number: sale.number, code: "ENTRY_REFERENCE", decision: null },
  ]);

  await database.query("update eligibility set key = left(key, 36) where kind = 'product'");
  const seq = waiting?.seq ?? 0;
  const asked = { tillId: till.tillId, seq, decision: "ACCEPT", reason: REASON } as const;
  await admin.quarantine.decide.mutate(asked);
  await till.core.cashier.sync.now.mutate();
  await till.core.until(({ sync }) => sync.quarantined === 0);
  expect(await till.core.cashier.sync.held.query()).toMatchObject([
    { number: sale.number, decision: "ACCEPTED", reason: REASON },
  ]);
  expect(await centre.totalDifferences()).toEqual([]);
});

test("the centre knows a till's backlog, clock, backup, disk and keys from what it reports", async () => {
  await till.line.turnOff();
  await till.sell();
  await till.sell();
  await till.line.turnOn();
  await till.core.cashier.sync.now.mutate();
  await till.sent();
  const [row] = await centre.centre.deps.database.query(
    "select unsent, backup_at, disk_free_bytes, key_protected from till_report where till_id = $1",
    [till.tillId],
  );
  expect(row).toMatchObject({ backup_at: null, key_protected: false });
  expect(Number(row?.["disk_free_bytes"])).toBeGreaterThan(0);
  expect(Number(row?.["unsent"])).toBeGreaterThanOrEqual(2);
});
