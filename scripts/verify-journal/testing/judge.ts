import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyJournal } from "../verify.mjs";
import { type Line, textOf } from "./journal.ts";
import { ROOT } from "./keys.ts";

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
  const verdict = await withFile(textOf(lines), (path) => verifyJournal(path, root));
  return verdict.faults.kept.map(({ till, seq, code }) => `${tillNo(till)} ${seq ?? "-"} ${code}`);
}

/** Tills of the tests end in their number. */
function tillNo(till: string | null): string {
  return till === null ? "-" : String(Number(till.slice(-12)));
}
