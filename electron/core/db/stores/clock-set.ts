import { z } from "zod";
import type { ReadDb, WriteDb } from "../database.ts";
import { setSetting, setting } from "./setting.ts";

const NAME = "clockSet";
const ClockSet = z.object({ seq: z.int().min(1), offsetMs: z.int().nullable() });
/** The entry that set the clock, and the wall clock's offset by it; null once the centre was heard. */
type ClockSet = z.infer<typeof ClockSet>;

/** How a supervisor set the clock the last time, or null. */
export function clockSet(db: ReadDb): ClockSet | null {
  const stored = setting(db, NAME);
  return stored === null ? null : ClockSet.parse(JSON.parse(stored));
}

export function saveClockSet(db: WriteDb, set: ClockSet): void {
  setSetting(db, NAME, JSON.stringify(set));
}
