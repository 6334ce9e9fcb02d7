import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import { newId } from "../testing/test-core.ts";
import { startTillAtCentre, type TillAtCentre } from "./testing/till-at-centre.ts";

const VERIFIER = fileURLToPath(new URL("../../../scripts/verify-journal", import.meta.url));

let centre: TestCentre;
let till: TillAtCentre;
beforeAll(async () => {
  centre = await startTestCentre();
  till = await startTillAtCentre(centre, "01");
  await till.sent();
}, 120_000);
afterAll(async () => {
  await till.close();
  await centre.close();
});

type Body = { kind: string; total: number; direction: string; amount: number; sealed: object };

/** The export of the centre, and what the stand-alone verifier says of it. */
async function exported(): Promise<{ bodies: Body[]; status: number | null; stdout: string }> {
  const path = join(till.folder, "journal.jsonl");
  await centre.exportTo(path);
  const args = [VERIFIER, path, "--root", centre.centre.rootFingerprint];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const bodies = readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { body?: string })
    .flatMap(({ body }) => (body === undefined ? [] : [JSON.parse(body) as Body]));
  return { bodies, status, stdout };
}

test("section 9 row 12, the shift cannot be closed: it closes while the centre is away, is accepted later, and its export adds up", async () => {
  const { shift } = till.core.cashier;
  for (let sales = 0; sales < 3; sales += 1) await till.sell();
  await till.line.turnOff();
  await till.sell();
  const cash = { direction: "OUT", amount: 25_000, reason: "OTHER", note: "Galon air" } as const;
  await shift.moveCash.mutate({ commandId: newId(), ...cash });
  const counts = [{ value: 100_000, pieces: 1 }];
  const closed = await shift.close.mutate({
    commandId: newId(),
    counts,
    reason: "OTHER",
    note: "Uang kecil dipinjam kasir sebelah",
  });
  if (closed.kind !== "CLOSED") throw new Error("a reason was given");
  await till.line.turnOn();
  await till.core.cashier.sync.now.mutate();
  const { sync } = await till.sent();
  expect(sync.quarantined).toBe(0);

  const { bodies, status, stdout } = await exported();
  expect({ status, stdout }).toMatchObject({ status: 0 });
  const sold = bodies.filter(({ kind }) => kind === "SALE");
  const total = sold.reduce((sum, sale) => sum + sale.total, 0);
  const { report } = closed;
  expect(report.sales).toMatchObject({ count: sold.length, total });
  expect(report.expected).toBe(200_000 + total - 25_000);
  expect(report.closing).toMatchObject({ zNumber: 1, difference: 100_000 - report.expected });
  expect(report.closing?.witness?.seq).toBeLessThan(report.closing?.seq ?? 0);
  expect(JSON.stringify(bodies)).not.toContain("Galon");
});
