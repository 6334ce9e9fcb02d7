import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { HashHex, InstantMs, Uuid } from "../../../shared/contract/primitives.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { placeDurably } from "../db/durable-file.ts";
import { setSetting, setting } from "../db/stores/setting.ts";

const NAME = "oldChains";
const OldChain = z.object({
  tillId: Uuid,
  /** `KB-01` */
  tillName: z.string(),
  seq: z.int().min(1),
  hash: HashHex,
  /** when this device went on as another till */
  endedAt: InstantMs,
});
/** A chain this device had before, kept whole in a file of its own. */
export type OldChain = z.infer<typeof OldChain>;

/** The chains this device had, the oldest first. */
export function oldChains(db: ReadDb): OldChain[] {
  const kept = setting(db, NAME);
  return kept === null ? [] : z.array(OldChain).parse(JSON.parse(kept));
}

export function addOldChain(db: WriteDb, chain: OldChain): void {
  setSetting(db, NAME, JSON.stringify([...oldChains(db), chain]));
}

/** Where the file of an old chain lies; nothing is written to it again but how far the centre holds it. */
export function oldChainPath(databasePath: string, tillId: string): string {
  return path.join(path.dirname(databasePath), "chains", `${tillId}.db`);
}

/** Keeps the till's file as it is now under its old id, whole and durable on return. */
export function keepOldChain(db: ReadDb, databasePath: string, tillId: string): void {
  const target = oldChainPath(databasePath, tillId);
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  const written = `${target}.tmp`;
  if (existsSync(written)) rmSync(written);
  db.prepare("VACUUM INTO ?").run(written);
  placeDurably(written, target);
}
