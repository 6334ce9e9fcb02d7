import type { PayInput } from "../../../shared/contract/paying.ts";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { checkBuyer } from "../../../shared/domain/cart.ts";
import { instantMs } from "../../../shared/domain/period.ts";
import { receiptNumber } from "../../../shared/domain/receipt-number.ts";
import { buildSaleBody, type SaleBody, type SaleInput } from "../../../shared/domain/sale.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { countSale, counter } from "../db/stores/counter.ts";
import { journalHead } from "../db/stores/journal.ts";
import { insertPrintJob } from "../db/stores/print-job.ts";
import { moveStock } from "../db/stores/product.ts";
import { monthCounted } from "../db/stores/roster.ts";
import { insertSale, insertSaleLine, insertTender, type MonthTold } from "../db/stores/sale.ts";
import { syncState } from "../db/stores/sync-state.ts";
import { training } from "../db/stores/training.ts";
import type { Entry } from "../journal/journal.ts";
import { sealText } from "../keys/sealing.ts";
import { closeQrisTenders, type SettledTender } from "../paying/settle-tenders.ts";
import type { Staff } from "../staff/session.ts";
import { practise } from "../training/practise.ts";
import { startCart } from "./open-cart.ts";
import { approvedDiscounts } from "./discounts.ts";
import { writePriceChanges } from "./prices.ts";
import { valueOf } from "./result.ts";
import { keptPrivate, type TenderReference } from "./sale-private.ts";
import { saleViewById } from "./sale-view.ts";
import { type Asked, askedOf, type SettledCart, settleCart } from "./settle-cart.ts";

/**
 * Sells the open cart for whatever pays it: sale, lines, tenders, stock, receipt number, turnover, journal entry,
 * receipt to print, the command's result and the new cart are one transaction. Returns once it is
 * durable; its repeat returns the same sale.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, CART_EMPTY, BUYER_NOT_SET, BUYER_NOT_CONFIRMED, TOTAL_CHANGED,
 * APPROVAL_NEEDED for a discount, AMOUNT_*, TENDER_*, REFERENCE_MALFORMED, QRIS_*, KEY_UNAVAILABLE,
 * COMMAND_REUSED, DB_IO, DB_DISK_FULL, DB_CORRUPT.
 */
export function pay(till: Till, input: PayInput): SaleView {
  const staff = till.session.require();
  const { commandId, cartId, expectedTotal } = input;
  till.step("payment received");
  const outcome = till.file.commit((db) => {
    till.step("transaction open");
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const content = { cartId, expectedTotal, tenders: JSON.stringify(input.tenders) };
    return once(db, { commandId, procedure: "sale.pay", content, at }, () =>
      training(db) === null
        ? sell(till, db, { staff, input })
        : practise(till, db, { staff, input }),
    );
  });
  if (!outcome.repeated) {
    const isReal = training(till.file.db()) === null;
    till.entryWritten();
    till.receiptQueued(isReal && input.tenders.some(({ kind }) => kind === "CASH"));
    till.sold(outcome.result);
  }
  // The answer goes first: that the sale is stored must not wait for what is drawn of it.
  setImmediate(till.changed);
  till.step("before answer");
  return saleViewById(till, outcome.result);
}

/** Everything of a sale inside its transaction; gives the sale's id. */
function sell(
  till: Till,
  db: WriteDb,
  { staff, input }: { readonly staff: Staff; readonly input: PayInput },
): string {
  const asked = askedOf(till, db, { staff, input });
  const { open } = asked;
  const sale = decide(till, db, asked);
  till.step("entry written");
  keep(till, db, sale);
  const { saleId } = sale.entry.body;
  closeQrisTenders(db, open.cartId, { saleId, tenders: sale.tenders });
  till.step("sale written");
  const document = { kind: "SALE", ref: saleId } as const;
  insertPrintJob(db, { jobId: till.newId(), document, copy: 0, at: sale.entry.at });
  startCart(db, till.newId());
  till.step("cart cleared");
  return saleId;
}

type Sale = SettledCart & { readonly entry: Entry<SaleBody> };

/** Decides the sale and writes its journal entry. */
function decide(till: Till, db: WriteDb, asked: Asked): Sale {
  const { cart } = asked.open;
  const { priced, tenders } = settleCart(till, db, asked);
  const kept = keptPrivate(till, asked.open, referencesOf(tenders));
  const approval = approvedDiscounts(db, cart);
  const given = {
    ...figures(till, db, asked),
    priced,
    buyer: valueOf(checkBuyer(cart.buyer)),
    expectedTotal: asked.input.expectedTotal,
    tenders,
    privateHash: kept?.hash ?? null,
  };
  const { receipt } = counter(db);
  writePriceChanges(till, db, { saleId: given.ids.saleId, lines: priced.lines });
  const entry = till.journal().write(db, {
    actorId: asked.staff.cashierId,
    commandId: asked.input.commandId,
    ...(kept === null ? {} : { privateText: kept.text }),
    build: (head) => {
      const number = numberAt(till, instantMs(head.at), receipt + 1);
      return valueOf(buildSaleBody({ ...given, head: { ...head, approval }, number }));
    },
    receiptOf: (body) => ({ number: body.number, at: body.at, total: body.total }),
  });
  countSale(db, receipt + 1, entry.body.turnover);
  return { entry, priced, tenders };
}

/** The numbers on banks' slips, by tender. */
function referencesOf(tenders: readonly SettledTender[]): TenderReference[] {
  return tenders.flatMap(({ reference }, index) =>
    reference === null ? [] : [{ no: index + 1, reference }],
  );
}

/** What the till's own records say for the next sale. */
function figures(
  till: Till,
  db: WriteDb,
  { shift }: Asked,
): Pick<SaleInput, "ids" | "feedSeq" | "turnoverBefore" | "reversals"> {
  const { turnover, reversals } = counter(db);
  const { shiftId } = shift;
  const { outletId } = till.identity();
  const ids = { saleId: till.newId(), shiftId, outletId };
  return { ids, feedSeq: syncState(db).feedCursor, turnoverBefore: turnover, reversals };
}

function numberAt(till: Till, atMs: number, receipt: number): string {
  const { outletCode, tillCode } = till.identity().certificate;
  return receiptNumber({ outletCode, tillCode, atMs, counter: receipt });
}

/** Keeps the sale beside its entry, and takes the goods off the shelf. */
function keep(till: Till, db: WriteDb, { entry, priced, tenders }: Sale): void {
  const { body, seq } = entry;
  insertSale(db, { seq, at: entry.at, body, month: monthTold(db, body) });
  for (const [index, line] of body.lines.entries()) {
    const { name = "", makerName = "" } = priced.lines[index] ?? {};
    insertSaleLine(db, body.saleId, { ...line, name, makerName });
    const movement = { seq, no: line.no, productId: line.productId, qty: -line.qty };
    moveStock(db, till.identity().outletId, movement);
  }
  for (const [index, tender] of body.tenders.entries()) {
    const referenceSealed = sealedReference(till, tenders[index]?.reference ?? null);
    insertTender(db, body.saleId, { ...tender, referenceSealed });
  }
}

function sealedReference(till: Till, reference: string | null): Uint8Array | null {
  const keys = till.keys();
  return reference === null || keys === null
    ? null
    : sealText(keys.dataKey, reference, till.random);
}

/** What this sale brings its buyer's month to. */
function monthTold(db: WriteDb, { buyer, period, counted }: SaleBody): MonthTold | null {
  if (buyer.personId === null) return null;
  const before = monthCounted(db, buyer.personId, period);
  return { counted: before.counted + counted, asOf: before.asOf };
}
