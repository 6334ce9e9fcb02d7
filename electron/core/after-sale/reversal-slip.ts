import { AppError } from "../../../shared/contract/errors.ts";
import { ReturnBody, VoidBody } from "../../../shared/contract/journal-bodies.ts";
import { codeOfHash } from "../../../shared/domain/journal.ts";
import { last4 } from "../../../shared/domain/nip.ts";
import { periodLabel } from "../../../shared/domain/period.ts";
import type { Till } from "../context.ts";
import { cashierById } from "../db/stores/cashier.ts";
import { entryBySeq, type JournalRow } from "../db/stores/journal.ts";
import { outletById } from "../db/stores/outlet.ts";
import {
  type ReversalRow,
  refundsOf,
  reversalById,
  reversalGoods,
  soldLines,
} from "../db/stores/reversal.ts";
import { personById } from "../db/stores/roster.ts";
import { saleById } from "../db/stores/sale.ts";
import type { ReversalSlip } from "../printing/layout-reversal.ts";
import { identityOf } from "../selling/person.ts";
import { receiptAddress } from "../selling/receipt.ts";

/** A void slip or return receipt, built anew from what the reversal left. Fails with: NOT_FOUND. */
export function reversalSlip(till: Till, reversalId: string, copy: number): ReversalSlip {
  const db = till.file.db();
  const row = reversalById(db, reversalId);
  const sale = row === null ? null : saleById(db, row.saleId);
  const entry = row === null ? null : entryBySeq(db, row.seq);
  if (row === null || sale === null || entry === null) throw new AppError("NOT_FOUND");
  const schema = row.kind === "VOID" ? VoidBody : ReturnBody;
  const { reason } = schema.parse(JSON.parse(entry.body));
  const outlet = outletById(db, till.identity().outletId);
  const approver = row.approverId === null ? null : cashierById(db, row.approverId);
  return {
    kind: row.kind,
    outletName: outlet?.name ?? "Galeri Dekranasda",
    outletAddress: outlet?.address ?? "",
    number: row.number,
    originalNumber: sale.number,
    originalAt: sale.at,
    at: row.at,
    cashierName: cashierById(db, row.cashierId)?.name ?? "",
    approverName: approver?.name ?? null,
    reason,
    lines: slipLines(till, row),
    total: row.total,
    refunds: refundsOf(db, reversalId),
    buyer: sale.buyerKind === "ASN" ? slipBuyer(till, row) : null,
    code: codeOfHash(entry.hash),
    qrUrl: addressOf(till, row, entry),
    unsigned: entry.signature === "",
    copy,
  };
}

function slipLines(till: Till, { reversalId, kind, saleId }: ReversalRow): ReversalSlip["lines"] {
  const db = till.file.db();
  if (kind === "RETURN") return reversalGoods(db, reversalId);
  return soldLines(db, saleId).map(({ name, makerName, qty, net }) => {
    return { name, makerName, qty, refund: net, condition: null };
  });
}

function slipBuyer(till: Till, row: ReversalRow): ReversalSlip["buyer"] {
  const person = row.personId === null ? null : personById(till.file.db(), row.personId);
  const identity = identityOf(person, till.keys());
  const { counted, monthCounted, salePeriod } = row;
  return {
    name: identity?.name ?? null,
    nipLast4: identity === null ? null : last4(identity.nip),
    counted,
    month: monthCounted === null ? null : { label: periodLabel(salePeriod), counted: monthCounted },
  };
}

/** A void draws no number, so there is no receipt of its own to prove. */
function addressOf(till: Till, row: ReversalRow, entry: JournalRow): string | null {
  const { number, total, seq, at } = row;
  return number === null ? null : receiptAddress(till, { number, total, seq, at }, entry);
}
