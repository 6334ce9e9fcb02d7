import { z } from "zod";
import type { ReadDb, WriteDb } from "../database.ts";
import { setSetting, setting } from "./setting.ts";

const NAME = "clockJump";
const ClockJump = z.object({ forwardMs: z.int().nullable(), doubted: z.boolean() });
/**
 * What was journalled of the wall clock's jumps since the centre was heard: how far they brought it in
 * all, null where that is not known, and whether it is in doubt for them.
 */
export type ClockJump = z.infer<typeof ClockJump>;

const NONE: ClockJump = { forwardMs: 0, doubted: false };

export function clockJump(db: ReadDb): ClockJump {
  const stored = setting(db, NAME);
  return stored === null ? NONE : ClockJump.parse(JSON.parse(stored));
}

export function saveClockJump(db: WriteDb, jump: ClockJump): void {
  setSetting(db, NAME, JSON.stringify(jump));
}

/** The centre said what time it is: what came before is settled. */
export function forgetClockJump(db: WriteDb): void {
  saveClockJump(db, NONE);
}
