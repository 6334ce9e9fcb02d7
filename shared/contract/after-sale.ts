import { z } from "zod";
import { CONDITIONS, RETURN_REASONS, VOID_REASONS } from "../domain/return.ts";
import {
  Amount,
  CalendarDate,
  InstantMs,
  InstitutionType,
  ReceiptNumber,
  Uuid,
} from "./primitives.ts";
import { MonthStatus, PrintOutcome } from "./till-state.ts";

/*
 * What the cashier's window asks for once a sale is made (router `history` of the core).
 *   history.search   query    HistoryInput   -> HistoryPage
 *   history.detail   query    { saleId }     -> SaleDetailView
 *   history.void     mutation VoidInput      -> SaleDetailView (only after the commit is durable)
 *   history.return   mutation ReturnInput    -> SaleDetailView
 *   history.quote    query    QuoteInput     -> { total, counted }
 *   history.reprint  mutation { commandId, reversalId } -> {}
 *   history.invoice  mutation { commandId, saleId }     -> {}
 *   history.nota     query    { saleId }     -> NotaView (of a sale to an institution)
 *   history.show     mutation { saleId | null } -> {}   (the receipt's QR on the public display)
 */

export const HistoryInput = z.object({
  /** a receipt number or its counter, an amount, a name, goods, a NIP, or a receipt's QR text */
  text: z.string().max(400),
  /** only this WIB date */
  date: CalendarDate.nullable(),
  /** the last saleId of the page before */
  before: Uuid.nullable(),
  limit: z.int().min(1).max(100),
});
export type HistoryInput = z.infer<typeof HistoryInput>;

export const HistoryRow = z.object({
  saleId: Uuid,
  number: ReceiptNumber,
  at: InstantMs,
  total: Amount,
  pieces: z.int(),
  buyerKind: z.enum(["ASN", "PUBLIC", "INSTITUTION"]),
  buyerName: z.string().nullable(),
  state: z.enum(["SOLD", "VOIDED", "RETURNED", "PARTLY_RETURNED"]),
  printOutcome: PrintOutcome,
  /** `KB-01`: sold by a till this one goes on from, and only to be read; null: its own */
  formerTill: z.string().nullable(),
});
export type HistoryRow = z.infer<typeof HistoryRow>;

/** How much of a former till's sales is here; `seq` of a refused journal is where it does not hold. */
export const FormerTillView = z.object({
  tillName: z.string(),
  state: z.enum(["COMING", "HERE", "REFUSED"]),
  seq: z.int().nullable(),
});
export type FormerTillView = z.infer<typeof FormerTillView>;

export const HistoryPage = z.object({
  rows: z.array(HistoryRow),
  more: z.boolean(),
  former: z.array(FormerTillView),
});
export type HistoryPage = z.infer<typeof HistoryPage>;

const TenderKind = z.enum(["CASH", "QRIS", "TRANSFER", "CARD"]);
const Paid = z.object({ no: z.int(), kind: TenderKind, amount: Amount });

export const ReversalView = z.object({
  reversalId: Uuid,
  kind: z.enum(["VOID", "RETURN"]),
  number: ReceiptNumber.nullable(),
  at: InstantMs,
  cashierName: z.string(),
  approverName: z.string().nullable(),
  reason: z.string(),
  alone: z.boolean(),
  total: Amount,
  refunds: z.array(Paid),
  lines: z.array(
    z.object({ name: z.string(), qty: z.int(), refund: Amount, condition: z.enum(CONDITIONS) }),
  ),
  copies: z.int(),
});
export type ReversalView = z.infer<typeof ReversalView>;

export const SaleDetailView = HistoryRow.extend({
  cashierName: z.string(),
  nipLast4: z.string().nullable(),
  officeName: z.string().nullable(),
  month: MonthStatus.nullable(),
  counted: Amount,
  change: Amount,
  code: z.string(),
  signed: z.boolean(),
  /** the address in the receipt's QR; null while its signature is to follow */
  receiptUrl: z.string().nullable(),
  printErrorCode: z.string().nullable(),
  copies: z.int(),
  lines: z.array(
    z.object({
      no: z.int(),
      name: z.string(),
      makerName: z.string(),
      qty: z.int(),
      unitPrice: Amount,
      net: Amount,
      mayCount: z.boolean(),
      returnedQty: z.int(),
    }),
  ),
  tenders: z.array(Paid),
  reversals: z.array(ReversalView),
  /** of the shift that is open, and nothing was taken back yet */
  mayVoid: z.boolean(),
  /** something is left that can come back */
  mayReturn: z.boolean(),
});
export type SaleDetailView = z.infer<typeof SaleDetailView>;

export const VoidInput = z.object({
  commandId: Uuid,
  saleId: Uuid,
  reason: z.enum(VOID_REASONS),
  /** null: no second person could be reached, and `note` says why */
  approvalId: Uuid.nullable(),
  note: z.string().max(200),
});
export type VoidInput = z.infer<typeof VoidInput>;

export const ReturnWishes = z
  .array(z.object({ no: z.int(), qty: z.number(), condition: z.enum(CONDITIONS) }))
  .max(500);
export const QuoteInput = z.object({ saleId: Uuid, lines: ReturnWishes });
export const ReturnInput = QuoteInput.extend({
  commandId: Uuid,
  reason: z.enum(RETURN_REASONS),
  refundBy: TenderKind,
  approvalId: Uuid.nullable(),
  /** what the cashier saw; another amount is refused with TOTAL_CHANGED */
  expectedTotal: Amount,
});
export type ReturnInput = z.infer<typeof ReturnInput>;

/** What nota and kuitansi of a sale to an institution say on A4. Holds the payer's name. */
export const NotaView = z.object({
  outletName: z.string(),
  outletAddress: z.string(),
  number: ReceiptNumber,
  at: InstantMs,
  cashierName: z.string(),
  /** null once its name was destroyed, or while the key store is shut: written in by hand */
  payer: z.string().nullable(),
  institution: InstitutionType.nullable(),
  /** an order's or a letter's number; null where none was given */
  reference: z.string().nullable(),
  lines: z.array(
    z.object({
      name: z.string(),
      makerName: z.string(),
      qty: z.int(),
      unitPrice: Amount,
      gross: Amount,
    }),
  ),
  subtotal: Amount,
  /** of lines and sale together */
  discount: Amount,
  /** what is left of it, and what was paid back for returned goods */
  total: Amount,
  returned: Amount,
  paidBy: z.array(TenderKind),
  code: z.string(),
  /** null while its signature is to follow */
  qrUrl: z.string().nullable(),
});
export type NotaView = z.infer<typeof NotaView>;
