import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyJournal } from "../verify.mjs";
import { type Line, textOf } from "./journal.ts";
import { ROOT } from "./keys.ts";

/** An export that a test judged, and what was found in it. */
export type Judged = {
  readonly text: string;
  readonly root: string | null;
  readonly faults: readonly string[];
};

/** All that the tests of this process judged: what a mutated verifier is held against. */
export const judged: Judged[] = [];

/** Runs what needs a journal as a file, and takes the file away. */
export async function withFile<T>(
  content: string | Uint8Array,
  inspect: (path: string) => Promise<T> | T,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "verify-journal-"));
  try {
    const path = join(folder, "journal.jsonl");
    writeFileSync(path, content);
    return await inspect(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The faults of an export as `till seq CODE`, in the order found; the root is known unless said. */
export async function faultsOf(
  lines: readonly Line[],
  root: string | null = ROOT.fingerprint,
): Promise<string[]> {
  const text = textOf(lines);
  const { faults } = await withFile(text, (path) => verifyJournal(path, root));
  const told = faults.kept.map(toldFault);
  judged.push({ text, root, faults: told });
  return told;
}

/** A fault as `till seq CODE`; tills of the tests end in their number. */
export function toldFault(fault: {
  readonly till: string | null;
  readonly seq: number | null;
  readonly code: string;
}): string {
  const { till, seq, code } = fault;
  return `${till === null ? "-" : String(Number(till.slice(-12)))} ${seq ?? "-"} ${code}`;
}
