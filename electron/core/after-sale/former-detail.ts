import { z } from "zod";
import type { ReversalView, SaleDetailView } from "../../../shared/contract/after-sale.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { ReturnBody, SaleBody, VoidBody } from "../../../shared/contract/journal-bodies.ts";
import { codeOfHash } from "../../../shared/domain/journal.ts";
import { last4 } from "../../../shared/domain/nip.ts";
import { instantMs } from "../../../shared/domain/period.ts";
import { encodeReceiptLink, receiptUrl } from "../../../shared/domain/receipt-link.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { cashierById } from "../db/stores/cashier.ts";
import {
  type FormerEntryRow,
  type FormerSaleRow,
  formerReversals,
  formerRows,
  formerSaleEntry,
} from "../db/stores/former-sale.ts";
import { soldNamesNow } from "../db/stores/product.ts";
import { personById } from "../db/stores/roster.ts";
import { identityOf } from "../selling/person.ts";
import { formerRow } from "./history.ts";

const Reversal = z.discriminatedUnion("kind", [VoidBody, ReturnBody]);

/**
 * A former till's sale as its journal tells it, only to be read: goods and people are called what they
 * are called now. Fails with: NOT_FOUND.
 */
export function formerSaleDetail(till: Till, saleId: string): SaleDetailView {
  const db = till.file.db();
  const [row] = formerRows(db, [saleId]);
  const entry = row === undefined ? null : formerSaleEntry(db, row);
  if (row === undefined || entry === null) throw new AppError("NOT_FOUND");
  const body = SaleBody.parse(JSON.parse(entry.body));
  const reversals = formerReversals(db, saleId).map(readReversal);
  const person = row.personId === null ? null : personById(db, row.personId);
  const identity = identityOf(person, till.keys());
  return {
    ...formerRow(till, row),
    cashierName: cashierById(db, body.actorId)?.name ?? "",
    nipLast4: identity === null ? null : last4(identity.nip),
    officeName: identity?.officeName ?? null,
    month: null,
    counted: body.counted,
    change: body.change,
    code: codeOfHash(entry.hash),
    signed: entry.signature !== "",
    receiptUrl: addressOf(till, { row, entry, at: body.at }),
    printErrorCode: null,
    copies: 0,
    lines: body.lines.map((line) => lineView(db, line, reversals)),
    tenders: body.tenders.map(({ no, kind, amount }) => ({ no, kind, amount })),
    reversals: reversals.map((reversal) => reversalView(db, body, reversal)),
    mayVoid: false,
    mayReturn: false,
  };
}

type ReadReversal = VoidBody | ReturnBody;
type Line = SaleBody["lines"][number];

function readReversal(entry: FormerEntryRow): ReadReversal {
  return Reversal.parse(JSON.parse(entry.body));
}

function lineView(
  db: ReadDb,
  line: Line,
  reversals: readonly ReadReversal[],
): SaleDetailView["lines"][number] {
  const { no, qty, unitPrice, net, mayCount } = line;
  const back = reversals.flatMap((body) => (body.kind === "RETURN" ? body.lines : []));
  const returned = back.filter(({ originalNo }) => originalNo === no);
  const returnedQty = returned.reduce((sum, one) => sum + one.qty, 0);
  return { no, ...soldNamesNow(db, line), qty, unitPrice, net, mayCount, returnedQty };
}

function reversalView(db: ReadDb, sale: SaleBody, body: ReadReversal): ReversalView {
  const isReturn = body.kind === "RETURN";
  const approver = body.approval === undefined ? null : cashierById(db, body.approval.approverId);
  const goods = new Map(sale.lines.map((line) => [line.no, soldNamesNow(db, line).name]));
  return {
    reversalId: isReturn ? body.returnId : body.commandId,
    kind: body.kind,
    number: isReturn ? body.number : null,
    at: instantMs(body.at),
    cashierName: cashierById(db, body.actorId)?.name ?? "",
    approverName: approver?.name ?? null,
    reason: body.reason,
    alone: body.kind === "VOID" && body.alone,
    total: body.total,
    refunds: body.refunds,
    lines: isReturn
      ? body.lines.map(({ originalNo, qty, refund, condition }) => {
          return { name: goods.get(originalNo) ?? "", qty, refund, condition };
        })
      : [],
    copies: 0,
  };
}

/** The address in the receipt's QR, as the former till signed it. */
function addressOf(
  till: Till,
  sale: { readonly row: FormerSaleRow; readonly entry: FormerEntryRow; readonly at: string },
): string | null {
  const { row, entry, at } = sale;
  if (entry.receiptSignature === null) return null;
  const { tillId, seq, hash, number, total } = row;
  const signature = Buffer.from(entry.receiptSignature, "base64url");
  const link = encodeReceiptLink({ tillId, seq, hash, number, at, total }, signature);
  return receiptUrl(till.identity().centreUrl, link);
}
