import { z } from "zod";
import { InstantMs, TillCode, Uuid } from "./primitives.ts";
import { DeviceKind } from "./roles.ts";

/*
 * What the centre's pages ask of tills beside centre-api.ts, and of a month's lock:
 *   till.createCode mutation NewTillCode -> { code, expiresAt }              (ADMIN)
 *   till.revoke   mutation RevokeTill -> {}                                  (ADMIN)
 *   till.askKeyChange mutation { tillId } -> {}                              (ADMIN)
 *   month.state   query { period } -> MonthState
 *   month.lock    mutation { period } -> {}                                  (ADMIN)
 */

const Reason = z.string().trim().min(5).max(200);

export const RevokeTill = z.object({ tillId: Uuid, reason: Reason });
export type RevokeTill = z.infer<typeof RevokeTill>;

/**
 * A till of the same outlet that was lost with its file, whose chain the new one goes on from. One that
 * is still active is revoked with it, for the reason given here.
 */
const ReplaceTill = z.object({ tillId: Uuid, revokeReason: Reason.nullable() });
export type ReplaceTill = z.infer<typeof ReplaceTill>;

/** Where a new till will stand, under which number, and in whose place. */
export const NewTillCode = z.object({
  outletId: Uuid,
  tillCode: TillCode,
  deviceKind: DeviceKind,
  replaces: ReplaceTill.nullable().default(null),
});

/** A sale that a person let into a locked month or out of it: a new version of its report, and what it changed. */
export const MonthRevision = z.object({
  /** the report as it was locked is 1 */
  version: z.int(),
  at: InstantMs,
  by: z.string().nullable(),
  saleId: Uuid,
  number: z.string(),
  total: z.int(),
  counted: z.int(),
});
export type MonthRevision = z.infer<typeof MonthRevision>;

/** Whether a month's reports are final, and what of it still waits for a person. */
export const MonthState = z.object({
  lockedAt: InstantMs.nullable(),
  lockedBy: z.string().nullable(),
  /** the first moment it may be locked */
  lockableFrom: InstantMs,
  /** its sales whose month is doubtful, and its sales kept aside */
  openPeriods: z.int(),
  quarantined: z.int(),
  revisions: z.array(MonthRevision),
});
export type MonthState = z.infer<typeof MonthState>;
