import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Beside the till's file while anything in it is unsent: the uninstaller looks for it. */
export const UNSENT_MARK = "unsent";

/** Keeps the mark as it should be; one that cannot be written now is tried again at the next word. */
export function markUnsent(dataDir: string, unsent: boolean): void {
  const mark = path.join(dataDir, UNSENT_MARK);
  try {
    if (unsent && !existsSync(mark)) writeFileSync(mark, "");
    if (!unsent && existsSync(mark)) rmSync(mark);
  } catch {
    // Nothing a cashier waits for depends on it.
  }
}
