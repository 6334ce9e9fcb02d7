import { z } from "zod";
import { EntryCheck } from "./centre-api.ts";
import { Amount, InstantMs, Period, Uuid } from "./primitives.ts";

/*
 * What the desk for entries kept aside asks (tRPC router `quarantine`, session cookie):
 *   quarantine.list          query    -> QuarantineRow[] (centre-api.ts)   (ADMIN, DKUPP, AUDITOR, OUTLET_MANAGER)
 *   quarantine.entry         query    { tillId, seq } -> QuarantinedEntry                    (ADMIN, AUDITOR)
 *   quarantine.decide        mutation DecideEntry -> {}                                      (ADMIN)
 *   quarantine.openPeriods   query    -> OpenPeriodRow[]                                     (ADMIN, AUDITOR)
 *   quarantine.confirmPeriod mutation ConfirmPeriod -> {}                                    (ADMIN)
 *   quarantine.acceptRevoked mutation AcceptRevoked -> { accepted, left }                    (ADMIN)
 */

const Seq = z.int().min(1);
const Reason = z.string().trim().min(5).max(200);

/** What the centre counts instead of what a sale says; lines by their place, from 1. */
export const SaleCorrection = z.strictObject({
  period: Period,
  lines: z
    .array(z.strictObject({ no: z.int().min(1), qty: z.int().min(0).max(9_999), net: Amount }))
    .min(1)
    .max(500),
});
export type SaleCorrection = z.infer<typeof SaleCorrection>;

/** What a person decides of an entry kept aside; the entry itself stays as the till wrote it. */
export const DecideEntry = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("ACCEPT"), tillId: Uuid, seq: Seq, reason: Reason }),
  z.object({ decision: z.literal("SEND_BACK"), tillId: Uuid, seq: Seq, reason: Reason }),
  z.object({
    decision: z.literal("CORRECT"),
    tillId: Uuid,
    seq: Seq,
    reason: Reason,
    correction: SaleCorrection,
  }),
]);
export type DecideEntry = z.infer<typeof DecideEntry>;

/** An entry kept aside as a person needs it to decide. */
export const QuarantinedEntry = z.object({
  tillId: Uuid,
  seq: z.int(),
  kind: z.string(),
  code: z.string(),
  /** what else is wrong with it, once that is dealt with; null: nothing */
  contentCode: z.string().nullable(),
  at: InstantMs.nullable(),
  receivedAt: InstantMs,
  hash: z.string(),
  body: z.string(),
  check: EntryCheck,
  /** the sale it holds, when it is one that could be read and no other has its id */
  sale: z
    .object({
      saleId: Uuid,
      number: z.string(),
      period: Period,
      total: z.int(),
      lines: z.array(
        z.object({ no: z.int(), productName: z.string(), qty: z.int(), net: z.int() }),
      ),
    })
    .nullable(),
});
export type QuarantinedEntry = z.infer<typeof QuarantinedEntry>;

/** A sale under a doubtful clock that waits for a person to say which month it belongs to. */
export const OpenPeriodRow = z.object({
  tillId: Uuid,
  seq: z.int(),
  saleId: Uuid,
  outletName: z.string(),
  tillCode: z.string(),
  number: z.string(),
  /** what the till's doubtful clock said */
  at: InstantMs,
  receivedAt: InstantMs,
  /** what the entry before it says, and under which clock is not asked */
  beforeAt: InstantMs.nullable(),
  period: Period,
  total: z.int(),
  counted: z.int(),
});
export type OpenPeriodRow = z.infer<typeof OpenPeriodRow>;

export const ConfirmPeriod = z.object({ tillId: Uuid, seq: Seq, period: Period, reason: Reason });
export type ConfirmPeriod = z.infer<typeof ConfirmPeriod>;

/** Accepts what a revoked till wrote up to an entry; what else is wrong with some stays aside. */
export const AcceptRevoked = z.object({ tillId: Uuid, upToSeq: Seq, reason: Reason });
export type AcceptRevoked = z.infer<typeof AcceptRevoked>;
