import type { QrisTenderView, QrisView } from "../../../shared/contract/paying.ts";
import { parseQris } from "../../../shared/domain/qris.ts";
import type { Till } from "../context.ts";
import { liveQrisTenders, paidElsewhere, type QrisTenderRow } from "../db/stores/qris-tender.ts";
import { merchantView } from "./merchant-code.ts";

/** What the cashier's window shows of QRIS for a cart, at this instant. */
export function qrisView(till: Till, cartId: string, at: number): QrisView {
  const db = till.file.db();
  const merchant = merchantView(db);
  return {
    available: merchant !== null || till.provider !== null,
    merchant,
    elsewhere: paidElsewhere(db, cartId).map((row) => ({
      qrisId: row.qrisId,
      amount: row.amount,
      by: byOf(row),
      at: row.createdAt,
    })),
    tenders: liveQrisTenders(db, cartId).map((row) => tenderView(row, at)),
  };
}

function byOf({ providerRef }: QrisTenderRow): QrisTenderView["by"] {
  return providerRef === null ? "cashier" : "provider";
}

function tenderView(row: QrisTenderRow, at: number): QrisTenderView {
  const { qrisId, amount, payload, expiresAt } = row;
  const qris = parseQris(payload);
  const { merchant, city } = qris.ok ? qris.value : { merchant: "", city: "" };
  const open = at < expiresAt ? "OPEN" : "EXPIRED";
  return {
    qrisId,
    amount,
    state: row.state === "CONFIRMED" ? "CONFIRMED" : open,
    by: byOf(row),
    payload,
    merchant,
    city,
    expiresAt,
  };
}
