import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { countTill } from "../testing/read-till.ts";
import { destroyTill } from "./testing/destroyed-till.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

let centre: TestCentre;
let till: TillAtCentre;
let tills = 0;
beforeAll(async () => {
  centre = await startTestCentre();
}, 120_000);
afterAll(() => centre.close());

beforeEach(async () => {
  tills += 1;
  till = await startTillAtCentre(centre, String(tills).padStart(2, "0"));
  await till.sell();
  await till.sent();
});
afterEach(() => till.close());

/** Enrols the restored till anew; gives where the centre holds the chain that it names. */
async function goOn(tillCode: string): Promise<unknown> {
  const code = await centre.issueCode({ tillCode });
  await till.core.cashier.enrol.start.mutate({ centreUrl: till.line.url, code });
  const [tillId = ""] = await centre.approvePending();
  await till.core.until((state) => state.till?.tillCode === tillCode);
  await till.sell();
  await till.sent();
  const [row] = await centre.centre.deps.database.query(
    "select old_seq as seq, standing from succession where till_id = $1 and old_till_id = $2",
    [tillId, till.tillId],
  );
  return row;
}

it("a backup that does not open changes nothing, and the till goes on as it was", async () => {
  await destroyTill(till, till.sell);
  const [name = ""] = readdirSync(path.join(till.folder, "backups"));
  writeFileSync(path.join(till.folder, "backups", name), "no backup");
  rmSync(path.join(till.folder, "till.db"));
  await till.restart();
  expect(till.core.state()).toMatchObject({ phase: "ENROL", restoredFrom: null });
  expect(existsSync(path.join(till.folder, "restore.json"))).toBe(false);
});

it("a till whose file was destroyed comes back from its backup, as a new till that names the old one", async () => {
  await destroyTill(till, till.sell);
  await till.restart();
  const { phase, restoredFrom } = till.core.state();
  expect({ phase, restored: restoredFrom !== null }).toEqual({ phase: "ENROL", restored: true });
  expect(readdirSync(till.folder).some((name) => name.startsWith("before-restore-"))).toBe(true);
  const oldSeq = countTill(till.folder, "SELECT max(seq) FROM journal");
  expect(await goOn("90")).toEqual({ seq: oldSeq, standing: "HELD" });
  expect(till.core.state().restoredFrom).toBeNull();
});

it("what only the backup holds is sent on the old chain before the new one begins", async () => {
  await till.line.turnOff();
  const sold = await till.sell();
  await destroyTill(till, () => till.line.turnOn());
  await till.restart();
  const oldSeq = countTill(till.folder, "SELECT max(seq) FROM journal");
  expect(await goOn("91")).toEqual({ seq: oldSeq, standing: "HELD" });
  const held = await centre.centre.deps.database.query(
    "select total from sale where till_id = $1 and sale_id = $2",
    [till.tillId, sold.saleId],
  );
  expect(held).toEqual([{ total: sold.total }]);
});
