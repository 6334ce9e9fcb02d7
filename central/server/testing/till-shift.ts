import type { SaleBody } from "../../../shared/contract/journal-bodies.ts";
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

/** Writes the entries of one shift on a test till: opening, then sales in rising order. */
export class TillShift {
  readonly #till: TestTill;
  readonly #tillCode: string;
  readonly shiftId = newId();
  #atMs: number;
  #counter = 0;
  #turnover = 0;

  constructor(till: TestTill, start: { startMs: number; tillCode: string }) {
    this.#till = till;
    this.#tillCode = start.tillCode;
    this.#atMs = start.startMs;
    till.write({ v: 1, kind: "TILL_STARTED", ...this.#head() });
    const opened = { shiftId: this.shiftId, float: 200_000 };
    till.write({ v: 1, kind: "SHIFT_OPENED", ...this.#head(), ...opened });
  }

  /** Writes a sale of one line, to an ASN unless told otherwise. */
  sell(options: SaleOptions = {}): WrittenEntry & { readonly sale: SaleBody } {
    const sale = { ...this.#saleBody(options), ...options.change };
    this.#turnover = sale.turnover;
    const { unsigned = false } = options;
    return { ...this.#till.write(sale, { receipt: true, unsigned }), sale };
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
      reversals: 0,
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
