import { z } from "zod";
import { CONDITIONS, RETURN_REASONS, VOID_REASONS } from "../domain/return.ts";
import {
  CASH_DIRECTIONS,
  CASH_REASONS,
  DIFFERENCE_REASONS,
  DRAWER_REASONS,
} from "../domain/shift.ts";
import { bodyApproval, bodyHead } from "./body-parts.ts";
import { Amount, BuyerAssurance, HashHex, Period, ReceiptNumber, Uuid } from "./primitives.ts";
import {
  ClockMovedBody,
  ClockSetBody,
  KeyChangedBody,
  MonthNullBody,
  OutageBody,
  PinLockedBody,
  SettingChangedBody,
  SignerRestoredBody,
  TillClosedBody,
  TillStartedBody,
  ResumedBody,
} from "./till-bodies.ts";

/** Every kind an entry of version 1 may have; the list is closed per version. */
export const ENTRY_KINDS = [
  "TILL_STARTED",
  "RESUMED",
  "KEY_CHANGED",
  "SHIFT_OPENED",
  "SHIFT_CLOSED",
  "SALE",
  "VOID",
  "RETURN",
  "CASH_MOVED",
  "DRAWER_OPENED",
  "REPRINTED",
  "PRICE_CHANGED",
  "CARD_BOUND",
  "PIN_LOCKED",
  "CLOCK_MOVED",
  "CLOCK_SET",
  "OUTAGE",
  "SIGNER_RESTORED",
  "MONTH_NULL",
  "TRAINING",
  "GOODS_RECEIVED",
  "GOODS_RETURNED",
  "GOODS_LOST",
  "GOODS_COUNTED",
  "GOODS_MOVED",
  "MAKER_PAID",
  "SETTING_CHANGED",
  "TILL_CLOSED",
] as const;
export const EntryKind = z.enum(ENTRY_KINDS);
export type EntryKind = z.infer<typeof EntryKind>;

export const SaleLineBody = z.strictObject({
  no: z.int().min(1),
  productId: Uuid,
  makerId: Uuid,
  batchId: Uuid.nullable(),
  qty: z.int().min(1).max(9_999),
  unitPrice: Amount.max(1_000_000_000),
  lineDiscount: Amount,
  saleDiscount: Amount,
  net: Amount,
  mayCount: z.boolean(),
  shareBp: z.int().min(0).max(10_000),
});
export type SaleLineBody = z.infer<typeof SaleLineBody>;

export const TenderBody = z.strictObject({
  no: z.int().min(1),
  kind: z.enum(["CASH", "QRIS", "TRANSFER", "CARD"]),
  amount: Amount,
  confirmedBy: z.enum(["cashier", "provider"]).nullable(),
});
export type TenderBody = z.infer<typeof TenderBody>;

export const BuyerBody = z.strictObject({
  kind: z.enum(["ASN", "PUBLIC", "INSTITUTION"]),
  personId: Uuid.nullable(),
  assurance: BuyerAssurance.nullable(),
  cardSerial: z.int().min(0).nullable(),
  proxy: z.boolean(),
  match: z.enum(["MATCHED", "PENDING", "NONE"]),
});
export type BuyerBody = z.infer<typeof BuyerBody>;

export const SaleBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("SALE"),
  ...bodyHead,
  ...bodyApproval,
  saleId: Uuid,
  number: ReceiptNumber,
  period: Period,
  shiftId: Uuid,
  outletId: Uuid,
  feedSeq: z.int().min(0),
  buyer: BuyerBody,
  lines: z.array(SaleLineBody).min(1).max(500),
  total: Amount,
  counted: Amount,
  tenders: z.array(TenderBody).min(1).max(20),
  change: Amount,
  turnover: Amount,
  reversals: Amount,
  privateHash: HashHex.nullable(),
});
export type SaleBody = z.infer<typeof SaleBody>;

export const ShiftOpenedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("SHIFT_OPENED"),
  ...bodyHead,
  shiftId: Uuid,
  float: Amount,
});

/** Cash put into or taken out of the drawer; a note in words is in the private text. */
export const CashMovedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("CASH_MOVED"),
  ...bodyHead,
  shiftId: Uuid,
  direction: z.enum(CASH_DIRECTIONS),
  amount: Amount.min(1),
  reason: z.enum(CASH_REASONS),
  privateHash: HashHex.nullable(),
});

/** The drawer opened without a sale, as a supervisor allowed it. */
export const DrawerOpenedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("DRAWER_OPENED"),
  ...bodyHead,
  ...bodyApproval,
  shiftId: Uuid,
  reason: z.enum(DRAWER_REASONS),
  privateHash: HashHex.nullable(),
});

const Tally = z.strictObject({ count: z.int().min(0), total: Amount });

/** Signed sums: more can go out of a drawer than the till knows to be in it. */
const CashDifference = z.int();

/**
 * A shift's end: its figures, the cash that was counted without seeing them, and the seal over its
 * sales' ids. `countings` says how often was counted, and `firstCounted`, where that was more than
 * once, what the first came to; `witness` is the newest head the centre had
 * countersigned.
 */
export const ShiftClosedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("SHIFT_CLOSED"),
  ...bodyHead,
  shiftId: Uuid,
  zNumber: z.int().min(1),
  float: Amount,
  cashSales: CashDifference,
  cashIn: Amount,
  cashOut: Amount,
  cashRefunds: Amount,
  expected: CashDifference,
  counts: z
    .array(z.strictObject({ value: Amount.min(1), pieces: z.int().min(1).max(99_999) }))
    .max(20),
  counted: Amount,
  difference: CashDifference,
  reason: z.enum(DIFFERENCE_REASONS).nullable(),
  countings: z.int().min(1),
  firstCounted: Amount.optional(),
  sales: z.strictObject({
    count: z.int().min(0),
    total: Amount,
    byTender: z.strictObject({
      CASH: CashDifference,
      QRIS: Amount,
      TRANSFER: Amount,
      CARD: Amount,
    }),
    discounts: Amount,
  }),
  returns: Tally,
  voids: Tally,
  sealed: z.strictObject({ count: z.int().min(0), hash: HashHex }),
  turnover: Amount,
  reversals: Amount,
  witness: z.strictObject({ seq: z.int().min(1), code: z.string().max(20) }).nullable(),
  privateHash: HashHex.nullable(),
});
export type ShiftClosedBody = z.infer<typeof ShiftClosedBody>;

export const ReprintedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("REPRINTED"),
  ...bodyHead,
  saleId: Uuid,
  number: ReceiptNumber,
  copy: z.int().min(1),
});

/**
 * A line of the sale whose entry follows is sold for another price than the list's, as a supervisor
 * allowed; `actorId` changed it, and may be another than who took the money.
 */
export const PriceChangedBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("PRICE_CHANGED"),
  ...bodyHead,
  approval: bodyApproval.approval.unwrap(),
  saleId: Uuid,
  lineNo: z.int().min(1),
  productId: Uuid,
  oldPrice: Amount.max(1_000_000_000),
  newPrice: Amount.min(1).max(1_000_000_000),
});
export type PriceChangedBody = z.infer<typeof PriceChangedBody>;

/**
 * A foreign card's code is bound to a person, whose card a cashier looked at and a second person
 * allowed. `hash` is the HMAC of the code's text under the regency's key, 64 hex digits.
 */
export const CardBoundBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("CARD_BOUND"),
  ...bodyHead,
  approval: bodyApproval.approval.unwrap(),
  hash: HashHex,
  personId: Uuid,
});
export type CardBoundBody = z.infer<typeof CardBoundBody>;

/**
 * A sale made to learn, between the two SETTING_CHANGED that begin and end training. It has no number,
 * month, buyer or running sum: nothing can count it.
 */
export const TrainingBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("TRAINING"),
  ...bodyHead,
  ...bodyApproval,
  trainingId: Uuid,
  shiftId: Uuid,
  outletId: Uuid,
  lines: z.array(SaleLineBody).min(1).max(500),
  total: Amount,
  tenders: z.array(TenderBody).min(1).max(20),
  change: Amount,
});

/** The sale that a VOID or RETURN takes back, as its own entry names it. */
export const OriginalBody = z.strictObject({
  tillId: Uuid,
  seq: z.int().min(1),
  saleId: Uuid,
  number: ReceiptNumber,
});
export type OriginalBody = z.infer<typeof OriginalBody>;

/** Money handed back, by the way it went. */
export const RefundBody = TenderBody.pick({ no: true, kind: true, amount: true });
export type RefundBody = z.infer<typeof RefundBody>;

/**
 * A whole sale undone in its own shift; it draws no number. `alone` is SATU_ORANG: no second person
 * could be reached, and the private text says why.
 */
export const VoidBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("VOID"),
  ...bodyHead,
  ...bodyApproval,
  original: OriginalBody,
  reason: z.enum(VOID_REASONS),
  alone: z.boolean(),
  period: Period,
  shiftId: Uuid,
  refunds: z.array(RefundBody).min(1).max(20),
  total: Amount,
  counted: Amount,
  turnover: Amount,
  reversals: Amount,
  privateHash: HashHex.nullable(),
});
export type VoidBody = z.infer<typeof VoidBody>;

export const ReturnLineBody = z.strictObject({
  originalNo: z.int().min(1),
  qty: z.int().min(1).max(9_999),
  refund: Amount,
  condition: z.enum(CONDITIONS),
});
export type ReturnLineBody = z.infer<typeof ReturnLineBody>;

/** Pieces of a sale brought back; it draws a receipt number of its own. */
export const ReturnBody = z.strictObject({
  v: z.literal(1),
  kind: z.literal("RETURN"),
  ...bodyHead,
  ...bodyApproval,
  returnId: Uuid,
  number: ReceiptNumber,
  original: OriginalBody,
  reason: z.enum(RETURN_REASONS),
  period: Period,
  shiftId: Uuid,
  outletId: Uuid,
  lines: z.array(ReturnLineBody).min(1).max(500),
  refunds: z.array(RefundBody).min(1).max(20),
  total: Amount,
  counted: Amount,
  turnover: Amount,
  reversals: Amount,
  privateHash: HashHex.nullable(),
});
export type ReturnBody = z.infer<typeof ReturnBody>;

/** The bodies this version writes itself. Other kinds of the closed list are kept verbatim. */
export const KnownBody = z.discriminatedUnion("kind", [
  SaleBody,
  VoidBody,
  ReturnBody,
  TillStartedBody,
  ResumedBody,
  KeyChangedBody,
  ShiftOpenedBody,
  CashMovedBody,
  DrawerOpenedBody,
  ShiftClosedBody,
  ReprintedBody,
  PriceChangedBody,
  CardBoundBody,
  PinLockedBody,
  MonthNullBody,
  SignerRestoredBody,
  SettingChangedBody,
  ClockMovedBody,
  ClockSetBody,
  OutageBody,
  TrainingBody,
  TillClosedBody,
]);
export type KnownBody = z.infer<typeof KnownBody>;
