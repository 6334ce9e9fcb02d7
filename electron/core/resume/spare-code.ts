import { TillCode } from "../../../shared/contract/primitives.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { setSetting, setting } from "../db/stores/setting.ts";

/** The setting that holds the till code the centre keeps free for whoever goes on from this chain. */
export const SPARE_CODE = "spareTillCode";

/** That code; null: the centre did not name one, or has none left. */
export function spareTillCode(db: ReadDb): string | null {
  const kept = setting(db, SPARE_CODE);
  return kept === null ? null : TillCode.nullable().parse(JSON.parse(kept));
}

/** Keeps it, where it is another than before. */
export function keepSpareTillCode(db: WriteDb, code: string | null): void {
  if (spareTillCode(db) !== code) setSetting(db, SPARE_CODE, JSON.stringify(code));
}
