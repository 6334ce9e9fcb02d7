import { z } from "zod";
import { ERROR_CODES } from "./errors.ts";
import { InstantMs } from "./primitives.ts";

/** How the copies of the till's file stand. */
export const BackupView = z.object({
  /** when the newest was taken; null: there is none */
  lastAt: InstantMs.nullable(),
  /** why the last try failed; null after one that did not */
  failure: z.object({ at: InstantMs, code: z.enum(ERROR_CODES) }).nullable(),
  /** the journal was found to hold up to here, or with so many faults */
  chain: z.object({ seq: z.int().min(0), faults: z.int().min(0) }).nullable(),
});
export type BackupView = z.infer<typeof BackupView>;
