import { z } from "zod";
import { Uuid } from "./primitives.ts";

/** What a supervisor may be asked to allow once; the word stands in the entry's `approval.action`. */
export const ApprovalAction = z.enum([
  "VOID",
  "RETURN",
  "DISCOUNT",
  "PRICE",
  "DRAWER",
  "CLOCK",
  "SETTING",
  "BIND_CARD",
  "TRAINING",
  "CLOSE_TILL",
  "CHANGE_KEY",
]);
export type ApprovalAction = z.infer<typeof ApprovalAction>;

/** Whether somebody else must allow it than who is at the till, supervisor or not. */
export function needsSecondPerson(action: ApprovalAction): boolean {
  return action === "VOID" || action === "BIND_CARD";
}

/** The one thing an approval is for: nothing else can be done with it. */
export const ApprovalScope = z.object({
  action: ApprovalAction,
  /** what it is done to, as the asking part names it: the id of a sale, cart or shift, or a setting's new value */
  subject: z.string().min(1).max(128),
  /** rupiah at stake, or another figure that must not change after it was approved */
  amount: z.int(),
});
export type ApprovalScope = z.infer<typeof ApprovalScope>;

export const ApprovalInput = ApprovalScope.extend({ staffId: Uuid, pin: z.string().max(32) });
export type ApprovalInput = z.infer<typeof ApprovalInput>;

/** `card` is the text of a supervisor's signed staff card. */
export const CardApprovalInput = ApprovalScope.extend({ card: z.string().max(1_024) });
export type CardApprovalInput = z.infer<typeof CardApprovalInput>;
