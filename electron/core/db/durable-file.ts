import { closeSync, fsyncSync, openSync, renameSync } from "node:fs";
import path from "node:path";

/** Makes a written file durable under its final name: whole after a power cut, or not there at all. */
export function placeDurably(written: string, target: string): void {
  syncPath(written, "r+");
  renameSync(written, target);
  syncFolder(path.dirname(target));
}

/** A rename is durable once its folder is; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform !== "win32") syncPath(folder, "r");
}

function syncPath(target: string, flags: "r" | "r+"): void {
  const handle = openSync(target, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
