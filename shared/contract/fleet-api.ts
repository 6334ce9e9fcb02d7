import { z } from "zod";
import { InstantMs, Uuid } from "./primitives.ts";

/*
 * What the centre's pages ask of tills beside centre-api.ts, and of a month's lock:
 *   till.revoke   mutation RevokeTill -> {}                                  (ADMIN)
 *   month.state   query { period } -> MonthState
 *   month.lock    mutation { period } -> {}                                  (ADMIN)
 */

export const RevokeTill = z.object({ tillId: Uuid, reason: z.string().trim().min(5).max(200) });
export type RevokeTill = z.infer<typeof RevokeTill>;

/** Whether a month's reports are final, and what of it still waits for a person. */
export const MonthState = z.object({
  lockedAt: InstantMs.nullable(),
  lockedBy: z.string().nullable(),
  /** the first moment it may be locked */
  lockableFrom: InstantMs,
  /** its sales whose month is doubtful, and its sales kept aside */
  openPeriods: z.int(),
  quarantined: z.int(),
});
export type MonthState = z.infer<typeof MonthState>;
