import type {
  EntryKind,
  CardBoundBody,
  PriceChangedBody,
  ReturnBody,
  SaleBody,
  VoidBody,
} from "../../../shared/contract/journal-bodies.ts";
import type { KeyChangedBody } from "../../../shared/contract/till-bodies.ts";
import { instantText, periodOf } from "../../../shared/domain/period.ts";
import { receiptNumber } from "../../../shared/domain/receipt-number.ts";
import { SHOP } from "./shop.ts";
import { newId, type TestTill, type WrittenEntry } from "./test-till.ts";

type SaleOptions = {
  readonly qty?: number;
  readonly productId?: string;
  readonly makerId?: string;
  readonly unitPrice?: number;
  /** null: a public buyer */
  readonly personId?: string | null;
  readonly mayCount?: boolean;
  /** spoils the body before it is hashed and signed */
  readonly change?: Partial<SaleBody>;
  readonly unsigned?: boolean;
};

type SoldEntry = WrittenEntry & { readonly sale: SaleBody };

/** Writes the entries of one shift on a test till: opening, then sales in rising order. */
export class TillShift {
  readonly #till: TestTill;
  readonly #tillCode: string;
  readonly shiftId = newId();
  #atMs: number;
  #counter = 0;
  #turnover = 0;
  #reversals = 0;

  constructor(till: TestTill, start: { startMs: number; tillCode: string }) {
    this.#till = till;
    this.#tillCode = start.tillCode;
    this.#atMs = start.startMs;
    till.write({ v: 1, kind: "TILL_STARTED", ...this.#head() });
    const opened = { shiftId: this.shiftId, float: 200_000 };
    till.write({ v: 1, kind: "SHIFT_OPENED", ...this.#head(), ...opened });
  }

  /** Writes a sale of one line, to an ASN unless told otherwise. */
  sell(options: SaleOptions = {}): SoldEntry {
    const sale = { ...this.#saleBody(options), ...options.change };
    this.#turnover = sale.turnover;
    const { unsigned = false } = options;
    return { ...this.#till.write(sale, { receipt: true, unsigned }), sale };
  }

  /** Writes a sale of one line at a price that a supervisor allowed, and the entry before it that says so. */
  sellAt(unitPrice: number, change: Partial<PriceChangedBody> = {}): SoldEntry {
    const saleId = newId();
    const body: PriceChangedBody = {
      v: 1,
      kind: "PRICE_CHANGED",
      ...this.#head(),
      approval: { approverId: SHOP.supervisorId, action: "PRICE" },
      saleId,
      lineNo: 1,
      productId: SHOP.productId,
      oldPrice: 35_000,
      newPrice: unitPrice,
      ...change,
    };
    this.#till.write(body);
    return this.sell({ unitPrice, change: { saleId } });
  }

  /** Writes that a whole sale is undone, with a supervisor's approval unless changed. */
  undo(sold: SoldEntry, change: Partial<VoidBody> = {}): WrittenEntry {
    const { total, counted } = sold.sale;
    const body: VoidBody = {
      v: 1,
      kind: "VOID",
      ...this.#head(),
      approval: { approverId: SHOP.supervisorId, action: "VOID" },
      original: this.#original(sold),
      reason: "WRONG_BUYER",
      alone: false,
      period: periodOf(this.#atMs),
      shiftId: this.shiftId,
      refunds: [{ no: 1, kind: "CASH", amount: total }],
      total,
      counted,
      turnover: this.#turnover,
      reversals: this.#reversals + total,
      privateHash: null,
      ...change,
    };
    this.#reversals = body.reversals;
    return this.#till.write(body);
  }

  /** Writes that some pieces of a one-line sale come back. */
  bringBack(sold: SoldEntry, qty: number, change: Partial<ReturnBody> = {}): WrittenEntry {
    this.#counter += 1;
    const head = this.#head();
    const total = qty * (sold.sale.lines[0]?.unitPrice ?? 0);
    const outletCode = "KB";
    const named = {
      outletCode,
      tillCode: this.#tillCode,
      atMs: this.#atMs,
      counter: this.#counter,
    };
    const body: ReturnBody = {
      v: 1,
      kind: "RETURN",
      ...head,
      approval: { approverId: SHOP.supervisorId, action: "RETURN" },
      returnId: newId(),
      number: receiptNumber(named),
      original: this.#original(sold),
      reason: "DAMAGED",
      period: periodOf(this.#atMs),
      shiftId: this.shiftId,
      outletId: SHOP.outletId,
      lines: [{ originalNo: 1, qty, refund: total, condition: "BAIK" }],
      refunds: [{ no: 1, kind: "CASH", amount: total }],
      total,
      counted: sold.sale.counted === 0 ? 0 : total,
      turnover: this.#turnover,
      reversals: this.#reversals + total,
      privateHash: null,
      ...change,
    };
    this.#reversals = body.reversals;
    return this.#till.write(body, { receipt: true });
  }

  #original({ seq, sale }: SoldEntry): VoidBody["original"] {
    return { tillId: this.#till.tillId, seq, saleId: sale.saleId, number: sale.number };
  }

  /** Writes that a foreign card was bound, as another person allowed. */
  bindCard(bound: Partial<CardBoundBody>, unsigned = false): WrittenEntry {
    const body: CardBoundBody = {
      v: 1,
      kind: "CARD_BOUND",
      ...this.#head(),
      approval: { approverId: SHOP.supervisorId, action: "BIND_CARD" },
      hash: "a".repeat(64),
      personId: SHOP.personId,
      ...bound,
    };
    return this.#till.write(body, { unsigned });
  }

  /** Writes that the signer is back and answers for a range. */
  restoreSigner(fromSeq: number, toSeq: number): WrittenEntry {
    return this.#till.write({ v: 1, kind: "SIGNER_RESTORED", ...this.#head(), fromSeq, toSeq });
  }

  /** Writes that the shop's QRIS code was set, or another body of that kind. */
  changeSetting(change: Readonly<Record<string, unknown>> = {}): WrittenEntry {
    const setting = { name: "QRIS", hash: "a".repeat(64), ...change };
    return this.#till.write({ v: 1, kind: "SETTING_CHANGED", ...this.#head(), ...setting });
  }

  /** Writes that the till changes its key, and signs with the new one from then on. */
  changeKey(spoil: Partial<KeyChangedBody> = {}): WrittenEntry {
    const { fields, take } = this.#till.nextKey();
    const entry = this.other("KEY_CHANGED", { ...fields, ...spoil });
    take();
    return entry;
  }

  /** Writes an entry of any other kind. */
  other(kind: EntryKind, fields: Readonly<Record<string, unknown>>): WrittenEntry {
    return this.#till.write({ v: 1, kind, ...this.#head(), ...fields });
  }

  #saleBody(options: SaleOptions): SaleBody {
    const { qty = 1, unitPrice = 35_000, personId = SHOP.personId, mayCount = true } = options;
    this.#counter += 1;
    const head = this.#head();
    const total = qty * unitPrice;
    const isAsn = personId !== null;
    return {
      v: 1,
      kind: "SALE",
      ...head,
      saleId: newId(),
      number: receiptNumber({
        outletCode: "KB",
        tillCode: this.#tillCode,
        atMs: this.#atMs,
        counter: this.#counter,
      }),
      period: periodOf(this.#atMs),
      shiftId: this.shiftId,
      outletId: SHOP.outletId,
      feedSeq: 1_000,
      buyer: {
        kind: isAsn ? "ASN" : "PUBLIC",
        personId,
        assurance: isAsn ? "SIGNED_CARD" : null,
        cardSerial: isAsn ? SHOP.cardSerial : null,
        proxy: false,
        match: isAsn ? "MATCHED" : "NONE",
      },
      lines: [{ ...saleLine(options), qty, unitPrice, net: total, mayCount }],
      total,
      counted: isAsn && mayCount ? total : 0,
      tenders: [{ no: 1, kind: "CASH", amount: total + 5_000, confirmedBy: null }],
      change: 5_000,
      turnover: this.#turnover + total,
      reversals: this.#reversals,
      privateHash: null,
    };
  }

  #head() {
    this.#atMs += 1_000;
    return {
      at: instantText(this.#atMs),
      clock: "CENTRE" as const,
      actorId: SHOP.cashierId,
      commandId: newId(),
    };
  }
}

function saleLine({ productId = SHOP.productId, makerId = SHOP.makerId }: SaleOptions) {
  const discounts = { lineDiscount: 0, saleDiscount: 0 };
  return { no: 1, productId, makerId, batchId: null, ...discounts, shareBp: 1_000 };
}
