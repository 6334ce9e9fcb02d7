import type { MonthStanding } from "./obligation.ts";
import { type Rupiah, rupiah } from "./money.ts";
import { instantMs } from "./period.ts";
import type { SaleBody, TenderKind } from "./sale.ts";
import type { BuyerAssurance } from "./cart.ts";
import { codeOfHash } from "./journal.ts";
import { TRAINING_MARK, type TrainingBody } from "./training.ts";

export type ReceiptLine = {
  readonly qty: number;
  readonly name: string;
  readonly makerName: string;
  readonly unitPrice: Rupiah;
  readonly gross: Rupiah;
  readonly lineDiscount: Rupiah;
  /** after all discounts */
  readonly net: Rupiah;
  readonly mayCount: boolean;
};

/** The buyer block. `month` is null where policy does not print it or nothing is known. */
export type ReceiptBuyer = {
  readonly name: string | null;
  readonly nipLast4: string | null;
  readonly officeName: string | null;
  readonly assurance: BuyerAssurance;
  readonly match: "MATCHED" | "PENDING";
  readonly proxy: boolean;
  readonly counted: Rupiah;
  readonly month: MonthStanding | null;
};

/** An office, firm or village that bought. */
export type ReceiptInstitution = {
  readonly type: "BUMN" | "BUMD" | "FIRM" | "VILLAGE" | "OPD";
  readonly name: string;
  /** an order's or a letter's number; empty where none was given */
  readonly reference: string;
};

/** What was taken back of a sale since: all at once, all its goods, or some. */
export type ReceiptReversal = {
  readonly kind: "VOIDED" | "RETURNED" | "PARTLY_RETURNED";
  /** of the last one */
  readonly at: number;
  /** what was paid back in all */
  readonly total: Rupiah;
};

/** Everything a receipt says, before any paper width. Holds personal data when `buyer` is set. */
export type ReceiptModel = {
  readonly outletName: string;
  readonly outletAddress: string;
  readonly number: string;
  readonly at: number;
  readonly cashierName: string;
  readonly lines: readonly ReceiptLine[];
  /** before any discount */
  readonly subtotal: Rupiah;
  readonly lineDiscounts: Rupiah;
  readonly saleDiscount: Rupiah;
  readonly total: Rupiah;
  readonly tenders: readonly { readonly kind: TenderKind; readonly amount: Rupiah }[];
  readonly change: Rupiah;
  readonly buyer: ReceiptBuyer | null;
  /** null for anybody else, and once its name was destroyed */
  readonly institution: ReceiptInstitution | null;
  readonly code: string;
  /** null while unsigned: there is nothing yet to prove */
  readonly qrUrl: string | null;
  readonly returnRule: string;
  /** null on the first print, n on `SALINAN n` */
  readonly copy: number | null;
  /** printed as `tanda tangan menyusul` */
  readonly unsigned: boolean;
  /** another till's key, not yet the root, vouches for this one: the QR proves it once the centre does */
  readonly provisional: boolean;
  /** null while the sale stands as it was */
  readonly reversed: ReceiptReversal | null;
  /** printed LATIHAN on every block: nothing was sold */
  readonly training: boolean;
};

export type ReceiptInput = {
  readonly body: SaleBody;
  readonly hash: string;
  readonly outletName: string;
  readonly outletAddress: string;
  readonly cashierName: string;
  /** names of the goods, in the order of the body's lines */
  readonly goods: readonly { readonly name: string; readonly makerName: string }[];
  readonly buyer: {
    readonly name: string | null;
    readonly nipLast4: string | null;
    readonly officeName: string | null;
  } | null;
  readonly institution: ReceiptInstitution | null;
  readonly month: MonthStanding | null;
  readonly printObligationLine: boolean;
  readonly returnRule: string;
  readonly qrUrl: string | null;
  readonly provisional: boolean;
  readonly copy: number | null;
  readonly reversed: ReceiptReversal | null;
};

/** Lays out what a sale's receipt says. A receipt without `qrUrl` is an unsigned one. */
export function receiptModel(input: ReceiptInput): ReceiptModel {
  const { body } = input;
  return {
    ...paid(input),
    number: body.number,
    buyer: receiptBuyer(input),
    institution: input.institution,
    code: codeOfHash(input.hash),
    qrUrl: input.qrUrl,
    returnRule: input.returnRule,
    copy: input.copy,
    unsigned: input.qrUrl === null,
    provisional: input.provisional,
    reversed: input.reversed,
    training: false,
  };
}

/** Lays out what is printed of a training sale: nothing on it proves anything. */
export function trainingReceipt(
  input: Pick<ReceiptInput, "outletName" | "outletAddress" | "cashierName" | "goods"> & {
    readonly body: TrainingBody;
  },
): ReceiptModel {
  return {
    ...paid(input),
    number: TRAINING_MARK,
    buyer: null,
    institution: null,
    code: "",
    qrUrl: null,
    returnRule: "",
    copy: null,
    unsigned: true,
    provisional: false,
    reversed: null,
    training: true,
  };
}

type Paid = Pick<
  ReceiptModel,
  | "outletName"
  | "outletAddress"
  | "at"
  | "cashierName"
  | "lines"
  | "subtotal"
  | "lineDiscounts"
  | "saleDiscount"
  | "total"
  | "tenders"
  | "change"
>;

/** Goods and money, which a training sale has as a real one does. */
function paid(
  input: Pick<ReceiptInput, "outletName" | "outletAddress" | "cashierName" | "goods"> & {
    readonly body: Pick<SaleBody, "at" | "lines" | "total" | "tenders" | "change">;
  },
): Paid {
  const { body } = input;
  const lines = body.lines.map((line, index): ReceiptLine => {
    const { name, makerName } = input.goods[index] ?? { name: "Barang", makerName: "" };
    return {
      qty: line.qty,
      name,
      makerName,
      unitPrice: rupiah(line.unitPrice),
      gross: rupiah(line.unitPrice * line.qty),
      lineDiscount: rupiah(line.lineDiscount),
      net: rupiah(line.net),
      mayCount: line.mayCount,
    };
  });
  return {
    outletName: input.outletName,
    outletAddress: input.outletAddress,
    at: instantMs(body.at),
    cashierName: input.cashierName,
    lines,
    subtotal: rupiah(lines.reduce((sum, line) => sum + line.gross, 0)),
    lineDiscounts: rupiah(body.lines.reduce((sum, line) => sum + line.lineDiscount, 0)),
    saleDiscount: rupiah(body.lines.reduce((sum, line) => sum + line.saleDiscount, 0)),
    total: rupiah(body.total),
    tenders: body.tenders.map(({ kind, amount }) => ({ kind, amount: rupiah(amount) })),
    change: rupiah(body.change),
  };
}

function receiptBuyer(input: ReceiptInput): ReceiptBuyer | null {
  const { assurance, kind, proxy, match } = input.body.buyer;
  if (kind !== "ASN" || assurance === null) return null;
  return {
    name: input.buyer?.name ?? null,
    nipLast4: input.buyer?.nipLast4 ?? null,
    officeName: input.buyer?.officeName ?? null,
    assurance,
    match: match === "MATCHED" ? "MATCHED" : "PENDING",
    proxy,
    counted: rupiah(input.body.counted),
    month: input.printObligationLine ? input.month : null,
  };
}
