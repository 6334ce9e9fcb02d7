import { z } from "zod";
import { CLOCK_WITNESSES } from "../domain/clock.ts";
import { OUTAGES } from "../domain/outage.ts";
import { bodyApproval, bodyHead } from "./body-parts.ts";
import {
  Amount,
  HashHex,
  InstantText,
  KeyId,
  Period,
  PublicKey,
  Signature,
  Uuid,
} from "./primitives.ts";

/* Bodies of the entries about the till itself: they move neither goods nor money. */

export const TillStartedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("TILL_STARTED"),
  ...bodyHead,
});

/** The part of a provisional certificate that the centre's own for the same key does not repeat. */
const ProvisionalPart = z.strictObject({
  issuerKeyId: KeyId,
  validFrom: InstantText,
  issuerSignature: Signature,
});

/**
 * The first entry of a till that goes on where another's file was copied, restored or lost: the old
 * chain as far as this device had it, and its running sums there, which this chain takes over. With
 * `provisional` the old till's key vouched for this one's before the centre was asked.
 */
export const ResumedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("RESUMED"),
  ...bodyHead,
  oldTillId: Uuid,
  oldSeq: z.int().min(1),
  oldHash: HashHex,
  turnover: Amount,
  reversals: Amount,
  provisional: ProvisionalPart.optional(),
});
export type ResumedBody = z.infer<typeof ResumedBody>;

/**
 * The till signs with another key from the next entry on. The old key signs this entry; the new one
 * signs, in `newSignature`, that it is in the same hands (see `keyChangeText`).
 */
export const KeyChangedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("KEY_CHANGED"),
  ...bodyHead,
  ...bodyApproval,
  oldKeyId: KeyId,
  newKeyId: KeyId,
  newPublicKey: PublicKey,
  newSignature: Signature,
});
export type KeyChangedBody = z.infer<typeof KeyChangedBody>;

/** `failures` are the wrong PINs in a row; the lock ends at `until`. */
export const PinLockedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("PIN_LOCKED"),
  ...bodyHead,
  staffId: Uuid,
  failures: z.int().min(1),
  until: InstantText,
});

/** First entry after start in a WIB month not yet opened; `skipped` are months without any entry. */
export const MonthNullBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("MONTH_NULL"),
  ...bodyHead,
  period: Period,
  skipped: z.array(Period).max(1_200),
  turnover: Amount,
  reversals: Amount,
});

/**
 * A setting of the till that money or proof depends on. `hash` is of its value's text; null: taken
 * away. `value` stands there where it is a figure: basis points, minutes, or 0 and 1 for no and yes.
 */
export const SettingChangedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("SETTING_CHANGED"),
  ...bodyHead,
  ...bodyApproval,
  name: z.enum([
    "QRIS",
    "DISCOUNT_LIMIT",
    "IDLE_LOCK",
    "OBLIGATION_LINE",
    "QRIS_TIMEOUT",
    /** 1 from here on sales are TRAINING, 0 from here on they are real again */
    "TRAINING",
  ]),
  hash: HashHex.nullable(),
  value: z.int().optional(),
});

/** A supervisor said what time it is while the clock was in doubt; `was` is what the till took it for. */
export const ClockSetBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("CLOCK_SET"),
  ...bodyHead,
  ...bodyApproval,
  was: InstantText,
});

/**
 * The wall clock was found at `found` where it should have stood at `expected`; against JOURNAL at
 * least there. Journalled once a jump, and its own `at` may fall.
 */
export const ClockMovedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("CLOCK_MOVED"),
  ...bodyHead,
  against: z.enum(CLOCK_WITNESSES),
  expected: InstantText,
  found: InstantText,
});

/** Something was out while sales went on; written once, when it is over. `to` is the entry's `at`. */
export const OutageBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("OUTAGE"),
  ...bodyHead,
  of: z.enum(OUTAGES),
  from: InstantText,
  to: InstantText,
});

/** The till was taken out of service: nothing comes after it. It states the running sums once more. */
export const TillClosedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("TILL_CLOSED"),
  ...bodyHead,
  ...bodyApproval,
  turnover: Amount,
  reversals: Amount,
});

/** Vouches for entries `fromSeq`..`toSeq` written while the signing key could not be used. */
export const SignerRestoredBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("SIGNER_RESTORED"),
  ...bodyHead,
  fromSeq: z.int().min(1),
  toSeq: z.int().min(1),
});
