import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own, small enough to be filled. */
export type SmallDisk = {
  readonly folder: string;
  /** Leaves not one byte of room. */
  readonly fill: () => void;
  readonly makeRoom: () => void;
  readonly remove: () => Promise<void>;
};

const SIZE = "96m";
const LARGEST_PIECE = 1 << 20;

/** Mounts a small disk in memory; null where this user or this system may not. */
export async function mountSmallDisk(): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), "bela-beli-disk-"));
  const filler = join(folder, "filler");
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder], {
      stdio: "ignore",
    });
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    fill: () => fillDisk(filler),
    makeRoom: () => rmSync(filler),
    remove: async () => {
      execFileSync("umount", ["--lazy", folder]);
      await rm(folder, { recursive: true });
    },
  };
}

function fillDisk(filler: string): void {
  const file = openSync(filler, "w");
  try {
    for (let piece = LARGEST_PIECE; piece >= 1; piece = Math.floor(piece / 2)) {
      while (fits(file, piece));
    }
  } finally {
    closeSync(file);
  }
}

function fits(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes)) === bytes;
  } catch {
    return false;
  }
}
