import { readFileSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/*
 * What users of other tills complain of, ranked, is the till's list of duties: 25 rows. Each has a
 * test named "section 9 row N, the complaint: what is so here"; docs/complaints.md leads to them.
 */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ROWS = Array.from({ length: 25 }, (_, index) => index + 1);
const NAMED = /\b(?:test|it)\(\s*"section 9 row (\d+), /g;
const TESTS = "{central,e2e,electron,renderer,scripts,shared}/**/*.{test,spec}.ts";

/** The files that test each row, by its number. */
async function namedTests(): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  for await (const file of glob(TESTS, { cwd: ROOT })) {
    const source = await readFile(join(ROOT, file), "utf8");
    const rows = new Set([...source.matchAll(NAMED)].map(([, row]) => Number(row)));
    for (const row of rows) found.set(row, [...(found.get(row) ?? []), file]);
  }
  return found;
}

test("every complaint about other tills has a test named after it, and its row leads there", async () => {
  const tests = await namedTests();
  expect([...tests.keys()].toSorted((a, b) => a - b)).toEqual(ROWS);
  const rows = readFileSync(join(ROOT, "docs", "complaints.md"), "utf8").matchAll(
    /^\| (\d+) \|.*\| (.+) \|$/gm,
  );
  const told = new Map([...rows].map(([, row, files = ""]) => [Number(row), files]));
  for (const row of ROWS) {
    const files = [...(told.get(row) ?? "").matchAll(/`([^`]+)`/g)].map(([, file]) => file);
    expect(new Set(files), `row ${row}`).toEqual(new Set(tests.get(row)));
  }
});
