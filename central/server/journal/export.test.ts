import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { TillShift } from "../testing/till-shift.ts";
import { exportToFile } from "./export-file.ts";

type Line = Record<string, unknown> & { readonly body: string; readonly private: string };

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
const VERIFIER = fileURLToPath(new URL("../../../scripts/verify-journal", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bela-beli-export-"));
let centre: TestCentre;
let lines: Line[];

/** Two tills; on the first, entries 4 to 5 were written while its signer was away. */
beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
  const first = await centre.enrolTill({ tillCode: "01" });
  await first.hello();
  const morning = new TillShift(first, { startMs: NOON, tillCode: "01" });
  morning.sell();
  morning.sell({ qty: 2, unsigned: true });
  morning.sell({ personId: null, unsigned: true });
  morning.restoreSigner(4, 5);
  for (let sales = 0; sales < 5; sales += 1) morning.sell({ qty: sales + 1 });
  await first.push();
  const second = await centre.enrolTill({ tillCode: "02" });
  await second.hello();
  new TillShift(second, { startMs: NOON, tillCode: "02" }).sell();
  await second.push();
  const path = join(folder, "whole.jsonl");
  await exportToFile(centre.centre.deps.database, "3513", path);
  const text = readFileSync(path, "utf8").trimEnd();
  lines = text.split("\n").map((line) => JSON.parse(line) as Line);
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await centre.close();
});

/** The stand-alone verifier over some lines: its exit code and what it names. */
function verify(changed: readonly unknown[], root = centre.centre.rootFingerprint) {
  const path = join(folder, "changed.jsonl");
  writeFileSync(path, changed.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const args = [VERIFIER, path, "--root", root, "--json"];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const told = JSON.parse(stdout) as { faults: { code: string }[]; tills: { vouched: number }[] };
  return { status, codes: told.faults.map((fault) => fault.code), tills: told.tills };
}
const at = (index: number, change: (line: Line) => object) =>
  lines.map((line, i) => (i === index ? change(line) : line));

describe("the centre's export and the stand-alone verifier", () => {
  test("agree that an honest journal is sound", () => {
    const { status, codes, tills } = verify(lines);
    expect(codes).toEqual([]);
    expect(status).toBe(0);
    expect(tills).toMatchObject([
      { code: "KB-01", sales: 8, vouched: 2, lastSeq: 11, countersignedSeq: 11 },
      { code: "KB-02", sales: 1, vouched: 0, lastSeq: 3, countersignedSeq: 3 },
    ]);
  });

  test("a foreign root is named", () => {
    expect(verify(lines, "0".repeat(64))).toMatchObject({ status: 1, codes: ["ROOT_FOREIGN"] });
  });

  test.each<[string, () => readonly object[], string]>([
    [
      "one changed byte",
      () => at(3, (line) => ({ ...line, body: line.body.replace('"qty":1', '"qty":2') })),
      "HASH",
    ],
    [
      "a private text from elsewhere",
      () => at(3, (line) => ({ ...line, private: "{}" })),
      "PRIVATE",
    ],
    ["a dropped entry", () => lines.filter((_, i) => i !== 3), "SEQ_GAP"],
    [
      "two swapped entries",
      () => [...lines.slice(0, 2), lines[3]!, lines[2]!, ...lines.slice(4)],
      "SEQ_ORDER",
    ],
    ["a cut middle", () => lines.filter((_, i) => i < 3 || i > 8), "SEQ_GAP"],
    ["a cut tail", () => lines.filter((_, i) => i < 9 || i > 11), "HEAD_BEYOND"],
    [
      "another entry's signature",
      () => at(3, (line) => ({ ...line, signature: lines[1]?.signature })),
      "SIGNATURE",
    ],
  ])("%s is named", (_what, changed, code) => {
    const { status, codes } = verify(changed());
    expect(status).toBe(1);
    expect(codes).toContain(code);
  });
});
