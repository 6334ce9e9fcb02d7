import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { requestRestore } from "../backup/restore.ts";
import { backupKeyOf } from "../keys/sealing.ts";
import { readKeys } from "../keys/key-file.ts";
import { takeBackup } from "../backup/take-backup.ts";
import { plainSealBox, systemRandom } from "../system.ts";
import { countTill } from "../testing/read-till.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

let centre: TestCentre;
let till: TillAtCentre;
let tills = 0;
beforeAll(async () => {
  centre = await startTestCentre();
}, 120_000);
afterAll(() => centre.close());

/** A till that sold once, was backed up, sold once more, and whose file was then destroyed. */
beforeEach(async () => {
  tills += 1;
  till = await startTillAtCentre(centre, String(tills).padStart(2, "0"));
  await till.sell();
  await till.sent();
  const databasePath = path.join(till.folder, "till.db");
  const folder = path.join(till.folder, "backups");
  const { dataKey } = await readKeys(till.folder, plainSealBox);
  const by = { backupKey: backupKeyOf(dataKey), reason: "SHIFT", at: Date.now() } as const;
  const { name } = takeBackup({ databasePath, folder, checkedThrough: 0, ...by }, systemRandom);
  await till.sell();
  await till.core.close();
  writeFileSync(databasePath, "destroyed");
  requestRestore(till.folder, name);
});
afterEach(() => till.close());

it("a backup that does not open changes nothing, and the till goes on as it was", async () => {
  const [name = ""] = readdirSync(path.join(till.folder, "backups"));
  writeFileSync(path.join(till.folder, "backups", name), "no backup");
  rmSync(path.join(till.folder, "till.db"));
  await till.restart();
  expect(till.core.state()).toMatchObject({ phase: "ENROL", restoredFrom: null });
  expect(existsSync(path.join(till.folder, "restore.json"))).toBe(false);
});

it("a till whose file was destroyed comes back from its backup, as a new till that names the old one", async () => {
  await till.restart();
  const { phase, restoredFrom } = till.core.state();
  expect({ phase, restored: restoredFrom !== null }).toEqual({ phase: "ENROL", restored: true });
  expect(readdirSync(till.folder).some((name) => name.startsWith("before-restore-"))).toBe(true);
  const oldSeq = countTill(till.folder, "SELECT max(seq) FROM journal");
  const code = await centre.issueCode({ tillCode: "90" });
  await till.core.cashier.enrol.start.mutate({ centreUrl: till.line.url, code });
  const [tillId = ""] = await centre.approvePending();
  await till.core.until((state) => state.till?.tillCode === "90");
  expect(till.core.state().restoredFrom).toBeNull();
  await till.sell();
  await till.sent();
  const [row] = await centre.centre.deps.database.query<{ seq: number; standing: string }>(
    "select old_seq as seq, standing from succession where till_id = $1 and old_till_id = $2",
    [tillId, till.tillId],
  );
  expect(row).toEqual({ seq: oldSeq, standing: "HELD" });
});
