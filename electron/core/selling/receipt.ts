import { SaleBody } from "../../../shared/contract/journal-bodies.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { rupiah, sumRupiah } from "../../../shared/domain/money.ts";
import { last4 } from "../../../shared/domain/nip.ts";
import { dateOf, instantText } from "../../../shared/domain/period.ts";
import { encodeReceiptLink, receiptUrl } from "../../../shared/domain/receipt-link.ts";
import {
  type ReceiptModel,
  type ReceiptReversal,
  receiptModel,
} from "../../../shared/domain/receipt.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { cashierById } from "../db/stores/cashier.ts";
import { entryBySeq, type JournalRow } from "../db/stores/journal.ts";
import { outletById } from "../db/stores/outlet.ts";
import { reversalsOf, soldLines } from "../db/stores/reversal.ts";
import { personById } from "../db/stores/roster.ts";
import { type SaleRow, saleById, soldNames } from "../db/stores/sale.ts";
import { isProvisional } from "../resume/provisional.ts";
import { printsObligationLine } from "../settings/obligation-line.ts";
import { identityOf, policyAt, standingWith } from "./person.ts";
import { entryPrivate } from "./sale-private.ts";

/** Without a policy there is still a rule to print: a buyer always has one. */
const DEFAULT_RETURN_RULE = "Barang rusak atau keliru: bawa struk ini ke galeri.";

/** What identity and selling need of the till to say what stands on a receipt. */
export type ReceiptSources = Pick<Till, "file" | "keys" | "identity">;

/**
 * The receipt of a sale, built anew from what the sale left: the same each time, but for names that
 * are no longer there. `copy` 0 is the first print, n is `SALINAN n`. Fails with: NOT_FOUND.
 */
export function receiptOf(till: ReceiptSources, saleId: string, copy: number): ReceiptModel {
  const db = till.file.db();
  const sale = saleById(db, saleId);
  const entry = sale === null ? null : entryBySeq(db, sale.seq);
  if (sale === null || entry === null) throw new AppError("NOT_FOUND");
  const outlet = outletById(db, till.identity().outletId);
  const policy = policyAt(db, dateOf(sale.at));
  const body = SaleBody.parse(JSON.parse(entry.body));
  return receiptModel({
    body,
    hash: entry.hash,
    outletName: outlet?.name ?? "Galeri Dekranasda",
    outletAddress: outlet?.address ?? "",
    cashierName: cashierById(db, sale.cashierId)?.name ?? "",
    goods: soldNames(db, saleId),
    buyer: buyerOf(till, sale, entry),
    institution: entryPrivate(entry, till.keys()).institution ?? null,
    month: monthOf(till, sale),
    printObligationLine: policy?.printObligationLine === 1 && printsObligationLine(db),
    returnRule: policy?.returnRule ?? DEFAULT_RETURN_RULE,
    qrUrl: receiptAddress(till, sale, entry),
    provisional: isProvisional(till.identity()),
    copy: copy === 0 ? null : copy,
    reversed: reversedOf(db, saleId),
  });
}

/** What was taken back since: whoever holds the paper must not claim what is void. */
function reversedOf(db: ReadDb, saleId: string): ReceiptReversal | null {
  const reversals = reversalsOf(db, saleId);
  const last = reversals.at(-1);
  if (last === undefined) return null;
  const total = sumRupiah(reversals.map((reversal) => rupiah(reversal.total)));
  if (last.kind === "VOID") return { kind: "VOIDED", at: last.at, total };
  const isLeft = soldLines(db, saleId).some((line) => line.returnedQty < line.qty);
  return { kind: isLeft ? "PARTLY_RETURNED" : "RETURNED", at: last.at, total };
}

function buyerOf(
  till: ReceiptSources,
  sale: SaleRow,
  entry: JournalRow,
): { name: string | null; nipLast4: string | null; officeName: string | null } {
  const keys = till.keys();
  const { personId } = sale;
  const person = personId === null ? null : personById(till.file.db(), personId);
  const identity = identityOf(person, keys);
  const nip = identity?.nip ?? entryPrivate(entry, keys).nip ?? null;
  return {
    name: identity?.name ?? null,
    nipLast4: nip === null ? null : last4(nip),
    officeName: identity?.officeName ?? null,
  };
}

/** The month as the buyer was told it, whatever was bought since. */
function monthOf(till: ReceiptSources, sale: SaleRow): ReturnType<typeof standingWith> | null {
  const { personId, period, monthCounted: counted, monthAsOf: asOf } = sale;
  if (personId === null || counted === null) return null;
  return standingWith(till.file.db(), { personId, period, counted, asOf });
}

/** The address in the QR of a sale's or return's receipt; null while its signature is to follow. */
export function receiptAddress(
  till: ReceiptSources,
  sale: Pick<SaleRow, "number" | "total" | "seq" | "at">,
  entry: JournalRow,
): string | null {
  if (entry.receiptSignature === null) return null;
  const { tillId, centreUrl } = till.identity();
  const { number, total, seq } = sale;
  const at = instantText(sale.at);
  const signature = Buffer.from(entry.receiptSignature, "base64url");
  const fields = { tillId, seq, hash: entry.hash, number, at, total };
  return receiptUrl(centreUrl, encodeReceiptLink(fields, signature));
}
