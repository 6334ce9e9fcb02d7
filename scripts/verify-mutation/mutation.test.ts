import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import "../verify-journal/card.test.ts";
import "../verify-journal/clock.test.ts";
import "../verify-journal/closed.test.ts";
import "../verify-journal/insider.test.ts";
import "../verify-journal/key.test.ts";
import "../verify-journal/months.test.ts";
import "../verify-journal/outage.test.ts";
import "../verify-journal/price.test.ts";
import "../verify-journal/resumed.test.ts";
import "../verify-journal/shape.test.ts";
import "../verify-journal/shift.test.ts";
import "../verify-journal/tamper.test.ts";
import "../verify-journal/training.test.ts";
import "../verify-journal/trust.test.ts";
import { type Judged, judged, toldFault } from "../verify-journal/testing/judge.ts";
import { type Check, loadMutants, type Mutants, MUTED } from "./mutants.ts";

/*
 * The tests above judge their exports first. Then each check is taken out of the verifier in turn: at
 * least one of those exports must be judged otherwise without it.
 */

const folder = mkdtempSync(join(tmpdir(), "verify-mutants-"));
const SOURCE = join(import.meta.dirname, "..", "verify-journal");
let mutants: Mutants;

beforeAll(async () => {
  mutants = await loadMutants(SOURCE, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function judgedBy({ text, root }: Judged): Promise<string> {
  const lines = text.split("\n").map((one, index) => ({ text: one, line: index + 1 }));
  const { faults } = await mutants.verifyLines(lines, root);
  return faults.kept
    .map(toldFault)
    .filter((fault) => !fault.endsWith(` ${MUTED}`))
    .join("\n");
}

test("without any one of its checks the verifier judges at least one of those exports otherwise", async () => {
  expect(mutants.checks.length).toBeGreaterThan(70);
  expect(judged.length).toBeGreaterThan(100);
  for (const one of judged) expect(await judgedBy(one)).toBe(one.faults.join("\n"));
  const needless: string[] = [];
  for (const check of mutants.checks) {
    mutants.takeOut(check.no);
    if (!(await isMissed(check))) needless.push(check.told);
  }
  mutants.takeOut(0);
  expect(needless).toEqual([]);
});

/** Whether an export in which a check's fault stands is judged otherwise while it is out. */
async function isMissed({ code }: Check): Promise<boolean> {
  for (const one of judged) {
    if (!one.faults.some((fault) => fault.endsWith(` ${code}`))) continue;
    if ((await judgedBy(one)) !== one.faults.join("\n")) return true;
  }
  return false;
}
