import { AppError } from "../../../shared/contract/errors.ts";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { checkBuyer } from "../../../shared/domain/cart.ts";
import { dateOf, instantMs } from "../../../shared/domain/period.ts";
import { type PricedCart, priceCart } from "../../../shared/domain/pricing.ts";
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
import { openShift, type ShiftRow } from "../db/stores/shift.ts";
import { syncState } from "../db/stores/sync-state.ts";
import type { Entry } from "../journal/journal.ts";
import type { Staff } from "../staff/session.ts";
import { type OpenCart, openCart, startCart } from "./open-cart.ts";
import { approvedDiscounts } from "./discounts.ts";
import { policyAt } from "./person.ts";
import { valueOf } from "./result.ts";
import { keptPrivate } from "./sale-private.ts";
import { saleViewById } from "./sale-view.ts";

export type PayCash = {
  readonly commandId: string;
  readonly cartId: string;
  /** the total the cashier saw */
  readonly expectedTotal: number;
  readonly tendered: number;
};

/**
 * Sells the open cart for cash: sale, lines, tender, stock, receipt number, turnover, journal entry,
 * receipt to print, the command's result and the new cart are one transaction. Returns once it is
 * durable; its repeat returns the same sale.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, CART_EMPTY, BUYER_NOT_SET, BUYER_NOT_CONFIRMED, TOTAL_CHANGED,
 * APPROVAL_NEEDED for a discount, AMOUNT_*, TENDER_BELOW_TOTAL, COMMAND_REUSED, DB_IO, DB_DISK_FULL, DB_CORRUPT.
 */
export function payCash(till: Till, input: PayCash): SaleView {
  const staff = till.session.require();
  const { commandId, cartId, expectedTotal, tendered } = input;
  till.step("payment received");
  const outcome = till.file.commit((db) => {
    till.step("transaction open");
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const content = { cartId, expectedTotal, tendered };
    const sold = once(db, { commandId, procedure: "sale.payCash", content, at }, () =>
      sell(till, db, { staff, input }),
    );
    till.step("before commit");
    return sold;
  });
  till.step("after commit");
  if (!outcome.repeated) {
    till.entryWritten();
    till.receiptQueued(true);
    till.sold(outcome.result);
  }
  till.changed();
  till.step("before answer");
  return saleViewById(till, outcome.result);
}

/** Everything of a sale inside its transaction; gives the sale's id. */
function sell(
  till: Till,
  db: WriteDb,
  { staff, input }: { readonly staff: Staff; readonly input: PayCash },
): string {
  const shift = openShift(db);
  if (shift === null) throw new AppError("NO_SHIFT");
  const open = openCart(db, till.identity().outletId);
  if (open.cartId !== input.cartId) throw new AppError("TOTAL_CHANGED");
  const sale = decide(till, db, { staff, shift, open, input });
  till.step("entry written");
  keep(till, db, sale);
  till.step("sale written");
  const { saleId } = sale.entry.body;
  insertPrintJob(db, { jobId: till.newId(), saleId, copy: 0, at: sale.entry.at });
  startCart(db, till.newId());
  till.step("cart cleared");
  return saleId;
}

type Sale = { readonly entry: Entry<SaleBody>; readonly priced: PricedCart };

type Asked = {
  readonly staff: Staff;
  readonly shift: ShiftRow;
  readonly open: OpenCart;
  readonly input: PayCash;
};

/** Decides the sale and writes its journal entry. */
function decide(till: Till, db: WriteDb, asked: Asked): Sale {
  const { at } = till.clock.read(journalHead(db)?.at ?? null);
  const { cart } = asked.open;
  const priced = priceCart(cart, policyAt(db, dateOf(at))?.cashRounding ?? 1);
  const kept = keptPrivate(till, asked.open);
  const approval = approvedDiscounts(db, cart);
  const given = {
    ...figures(till, db, asked),
    priced,
    buyer: valueOf(checkBuyer(cart.buyer)),
    expectedTotal: asked.input.expectedTotal,
    tenders: [{ kind: "CASH", amount: asked.input.tendered, confirmedBy: null }] as const,
    privateHash: kept?.hash ?? null,
  };
  const { receipt } = counter(db);
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
  return { entry, priced };
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
function keep(till: Till, db: WriteDb, { entry, priced }: Sale): void {
  const { body, seq } = entry;
  insertSale(db, { seq, at: entry.at, body, month: monthTold(db, body) });
  for (const [index, line] of body.lines.entries()) {
    const { name = "", makerName = "" } = priced.lines[index] ?? {};
    insertSaleLine(db, body.saleId, { ...line, name, makerName });
    const movement = { seq, no: line.no, productId: line.productId, qty: -line.qty };
    moveStock(db, till.identity().outletId, movement);
  }
  for (const tender of body.tenders) insertTender(db, body.saleId, tender);
}

/** What this sale brings its buyer's month to. */
function monthTold(db: WriteDb, { buyer, period, counted }: SaleBody): MonthTold | null {
  if (buyer.personId === null) return null;
  const before = monthCounted(db, buyer.personId, period);
  return { counted: before.counted + counted, asOf: before.asOf };
}
