import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { ROOT } from "./support/till-app.ts";

const Rupiah = z.int().min(0);
const Milliseconds = z.int().min(0);
/** The shape of `demo.json`, in which others read the run. */
const Demo = z.strictObject({
  electron: z.string(),
  node: z.string(),
  sales: z.array(
    z.strictObject({
      id: z.uuid(),
      number: z.string(),
      total: Rupiah,
      buyerAssurance: z.string().nullable(),
      buyerRef: z.uuid().nullable(),
      period: z.string(),
      counted: Rupiah,
      printOutcome: z.string(),
      stepsMs: z.strictObject({
        scanToName: Milliseconds.nullable(),
        payToCommitted: Milliseconds,
        commitToPrinted: Milliseconds,
        commitToCentre: Milliseconds,
      }),
    }),
  ),
  centre: z.strictObject({
    entries: z.int(),
    sales: z.int(),
    sum: Rupiah,
    quarantined: z.int(),
    people: z.array(
      z.strictObject({
        ref: z.uuid(),
        class: z.string(),
        obligation: Rupiah,
        counted: Rupiah,
        status: z.string(),
      }),
    ),
  }),
  till: z.strictObject({ entries: z.int(), sales: z.int(), sum: Rupiah, outbox: z.int() }),
});

const LONGEST_MS = 200_000;

/** Plays the demo; gives the folder with what it leaves. */
async function played(): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), "bela-beli-demo-out-"));
  const run = join(ROOT, "scripts", "demo", "run.ts");
  await promisify(execFile)(process.execPath, [run, "--out", out], { timeout: LONGEST_MS });
  return out;
}

test("the demo run sells in every way, and till and centre agree to the rupiah", async () => {
  test.setTimeout(2.5 * LONGEST_MS);
  // The driver's line to this old a shell stands still now and then, while the till itself goes on.
  const out = await played().catch((error: { killed?: boolean }) => {
    if (error.killed !== true) throw error;
    return played();
  });
  const demo = Demo.parse(JSON.parse(await readFile(join(out, "demo.json"), "utf8")));
  expect(demo.sales.map((sale) => sale.buyerAssurance)).toEqual([
    "SIGNED_CARD",
    "SIGNED_CARD",
    null,
    "NIP_QR",
    "SIGNED_CARD",
    null,
    "SIGNED_CARD",
  ]);
  expect(demo.till).toMatchObject({ sales: 7, outbox: 0, sum: demo.centre.sum });
  expect(demo.centre).toMatchObject({ sales: 7, quarantined: 0, entries: demo.till.entries });
  expect(demo.centre.people.map((person) => person.status)).toEqual(["MET", "MET", "MET", "MET"]);
  const files = await readdir(out);
  const receipts = demo.sales.map((sale) => `struk-${sale.number}.png`);
  expect(files).toEqual(expect.arrayContaining([...receipts, "journal.jsonl", "till.db"]));
  await rm(out, { recursive: true });
});
