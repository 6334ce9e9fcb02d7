import { z } from "zod";
import { IdleLockMinutes } from "../../../shared/contract/shift.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { setSetting, setting } from "../db/stores/setting.ts";

const NAME = "idle-lock";
const DEFAULT_MINUTES = 5;
const Stored = z.object({ minutes: IdleLockMinutes });

/** Minutes without input after which the window locks the till. */
export function idleLockMinutes(db: ReadDb): number {
  const stored = setting(db, NAME);
  return stored === null ? DEFAULT_MINUTES : Stored.parse(JSON.parse(stored)).minutes;
}

export function saveIdleLock(db: WriteDb, minutes: z.infer<typeof IdleLockMinutes>): void {
  setSetting(db, NAME, JSON.stringify({ minutes }));
}
