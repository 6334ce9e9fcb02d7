import { z } from "zod";
import {
  CASH_DIRECTIONS,
  CASH_REASONS,
  DIFFERENCE_REASONS,
  DRAWER_REASONS,
  IDLE_LOCK_MINUTES,
} from "../domain/shift.ts";
import { ShiftClosedBody, TenderBody } from "./journal-bodies.ts";
import { Amount, InstantMs, InstantText, Uuid } from "./primitives.ts";

/*
 * The cashier port's procedures of a running shift, beside shift.open:
 *   shift.moveCash     mutation MoveCashInput     -> {}
 *   shift.openDrawer   mutation OpenDrawerInput   -> {}            (needs approval DRAWER of the shift)
 *   shift.report       query                      -> ShiftReport   (X: as of now)
 *   shift.printX       mutation { commandId }     -> {}
 *   shift.close        mutation CloseShiftInput   -> CloseResult
 *   shift.closed       query ClosedInput          -> ShiftReport[] (Z, the newest first)
 *   shift.printZ       mutation PrintZInput       -> {}
 */

const Note = z.string().trim().max(200);

export const MoveCashInput = z.object({
  commandId: Uuid,
  direction: z.enum(CASH_DIRECTIONS),
  amount: z.number(),
  reason: z.enum(CASH_REASONS),
  /** free text, kept private; needed for OTHER */
  note: Note,
});
export type MoveCashInput = z.infer<typeof MoveCashInput>;

export const OpenDrawerInput = z.object({
  commandId: Uuid,
  reason: z.enum(DRAWER_REASONS),
  note: Note,
  approvalId: Uuid.nullable(),
});
export type OpenDrawerInput = z.infer<typeof OpenDrawerInput>;

export const CloseShiftInput = z.object({
  commandId: Uuid,
  counts: z.array(z.object({ value: z.number(), pieces: z.number() })).max(20),
  /** null while the cashier does not know the difference yet */
  reason: z.enum(DIFFERENCE_REASONS).nullable(),
  note: Note,
});
export type CloseShiftInput = z.infer<typeof CloseShiftInput>;

export const ClosedInput = z.object({
  /** only shifts closed before this Z number; null: the newest */
  before: z.int().min(1).nullable(),
  limit: z.int().min(1).max(50),
});
export const PrintZInput = z.object({ commandId: Uuid, zNumber: z.int().min(1) });

export const IdleLockMinutes = z.literal(IDLE_LOCK_MINUTES);

/** The part of a shift's journal bodies that moves money; the rest of them is not read. */
export const ShiftEntryBody = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("SALE"),
    saleId: Uuid,
    total: Amount,
    tenders: z.array(TenderBody.pick({ kind: true, amount: true }).strip()),
    change: Amount,
    lines: z.array(z.object({ lineDiscount: Amount, saleDiscount: Amount })),
  }),
  ...(["RETURN", "VOID"] as const).map((kind) =>
    z.object({
      kind: z.literal(kind),
      total: Amount,
      refunds: z.array(TenderBody.pick({ kind: true, amount: true }).strip()),
    }),
  ),
  z.object({
    kind: z.literal("CASH_MOVED"),
    at: InstantText,
    direction: z.enum(CASH_DIRECTIONS),
    amount: Amount,
    reason: z.enum(CASH_REASONS),
  }),
]);
export type ShiftEntryBody = z.infer<typeof ShiftEntryBody>;

const Closing = ShiftClosedBody.pick({
  counts: true,
  counted: true,
  difference: true,
  reason: true,
  countings: true,
  firstCounted: true,
  sealed: true,
  witness: true,
}).extend({
  zNumber: z.int().min(1),
  closedBy: z.string(),
  seq: z.int().min(1),
  /** first 12 base32 characters of the entry's hash */
  code: z.string(),
  signed: z.boolean(),
});

/**
 * A shift in figures: X while it runs (`closing` null), Z once closed. It is kept as it was shown, so
 * names stand in it as they were.
 */
export const ShiftReport = z.object({
  reportId: Uuid,
  shiftId: Uuid,
  outletName: z.string(),
  outletAddress: z.string(),
  /** `KB-01` */
  tillName: z.string(),
  openedAt: InstantMs,
  openedBy: z.string(),
  /** of this report: when it was made, which is when a Z's shift was closed */
  at: InstantMs,
  ...ShiftClosedBody.pick({
    float: true,
    cashSales: true,
    cashIn: true,
    cashOut: true,
    cashRefunds: true,
    expected: true,
    sales: true,
    returns: true,
    voids: true,
    turnover: true,
    reversals: true,
  }).shape,
  moves: z.array(
    z.object({
      at: InstantMs,
      direction: z.enum(CASH_DIRECTIONS),
      amount: Amount,
      reason: z.enum(CASH_REASONS),
    }),
  ),
  closing: Closing.nullable(),
});
export type ShiftReport = z.infer<typeof ShiftReport>;

/** Closed, or counted otherwise than expected: then the same count is sent again with a reason. */
export const CloseResult = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("CLOSED"), report: ShiftReport }),
  z.object({
    kind: z.literal("DIFFERENT"),
    expected: z.int(),
    counted: Amount,
    difference: z.int(),
  }),
]);
export type CloseResult = z.infer<typeof CloseResult>;
