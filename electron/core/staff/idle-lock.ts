import { z } from "zod";
import { IdleLockMinutes } from "../../../shared/contract/shift.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { setSetting, setting } from "../db/stores/setting.ts";

const NAME = "idle-lock";
const DEFAULT_MINUTES = 5;
const Stored = z.object({ minutes: IdleLockMinutes });

/** Minutes without input after which the window locks the till. */
export function idleLockMinutes(db: ReadDb): number {
  const stored = setting(db, NAME);
  return stored === null ? DEFAULT_MINUTES : Stored.parse(JSON.parse(stored)).minutes;
}

/** Fails with: NOT_LOGGED_IN, NOT_ALLOWED for who is no supervisor. */
export function setIdleLock(till: Till, input: z.infer<typeof Stored>): void {
  if (till.session.require().role !== "SUPERVISOR") throw new AppError("NOT_ALLOWED");
  till.file.commit((db) => setSetting(db, NAME, JSON.stringify(input)));
  till.changed();
}
