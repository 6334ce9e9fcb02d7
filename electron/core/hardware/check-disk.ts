import { open, rm, statfs } from "node:fs/promises";
import path from "node:path";
import type { CoreCheck } from "../../../shared/contract/hardware.ts";

const WRITES = 7;
const WRITE_BYTES = 4_096;

/** Room on the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Room on the disk of the data folder, and how long it takes to make a small write durable there. */
export async function checkDisk(
  dataDir: string,
  monotonicMs: () => number,
): Promise<CoreCheck["disk"]> {
  const probe = path.join(dataDir, "disk-check.tmp");
  const file = await open(probe, "w", 0o600);
  try {
    const times: number[] = [];
    for (let turn = 0; turn < WRITES; turn += 1) {
      const startMs = monotonicMs();
      await file.write(new Uint8Array(WRITE_BYTES), 0, WRITE_BYTES, turn * WRITE_BYTES);
      await file.datasync();
      times.push(monotonicMs() - startMs);
    }
    const [syncMs = 0] = times.sort((a, b) => a - b).slice(Math.floor(WRITES / 2));
    return { freeBytes: await freeBytes(dataDir), syncMs: Math.round(syncMs * 10) / 10 };
  } finally {
    await file.close();
    await rm(probe, { force: true });
  }
}
