import { z } from "zod";
import { QRIS_TIMEOUT_MINUTES } from "../domain/setting.ts";
import { Uuid } from "./primitives.ts";
import { IdleLockMinutes } from "./shift.ts";

/** Further than any dead battery puts a clock: a hundred years. */
const FARTHEST_MS = 100 * 366 * 24 * 60 * 60_000;

/** One setting with its new value, as a supervisor allows it. */
export const SettingChange = z.discriminatedUnion("name", [
  /** basis points of a line or of the sale that a cashier may give away alone */
  z.object({ name: z.literal("DISCOUNT_LIMIT"), value: z.int().min(0).max(10_000) }),
  /** minutes */
  z.object({ name: z.literal("IDLE_LOCK"), value: IdleLockMinutes }),
  /** 1: the receipt says what the buyer's month still lacks, where the centre allows it; 0: never */
  z.object({ name: z.literal("OBLIGATION_LINE"), value: z.literal([0, 1]) }),
  /** minutes that a QRIS code is shown */
  z.object({ name: z.literal("QRIS_TIMEOUT"), value: z.literal(QRIS_TIMEOUT_MINUTES) }),
]);
export type SettingChange = z.infer<typeof SettingChange>;

/** `approvalId` of an approval with action SETTING, subject `NAME=value` and amount 0; null: own right. */
export const SettingInput = z.object({
  commandId: Uuid,
  change: SettingChange,
  approvalId: z.string().max(64).nullable(),
});
export type SettingInput = z.infer<typeof SettingInput>;

/** What time it is, as the computer's clock is off from it. An approval has action CLOCK and amount 0. */
export const SetClockInput = z.object({
  commandId: Uuid,
  offsetMs: z.int().min(-FARTHEST_MS).max(FARTHEST_MS),
  approvalId: Uuid.nullable(),
});
export type SetClockInput = z.infer<typeof SetClockInput>;

/** What a supervisor set at this till, or what holds until then. */
export const SettingsView = z.object({
  discountLimitBp: z.int(),
  obligationLine: z.boolean(),
  /** what the centre's policy says: false means that it is not printed, whatever the till says */
  obligationLineAllowed: z.boolean(),
  qrisTimeoutMinutes: z.literal(QRIS_TIMEOUT_MINUTES),
});
export type SettingsView = z.infer<typeof SettingsView>;
