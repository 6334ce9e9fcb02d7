import { rupiah } from "../../../../shared/domain/money.ts";
import type { ReceiptModel, ReceiptReversal } from "../../../../shared/domain/receipt.ts";
import { TRAINING_MARK } from "../../../../shared/domain/training.ts";
import { layoutCashSlip } from "../layout-cash-slip.ts";
import { layoutInvoice } from "../layout-invoice.ts";
import { type GoodsLabel, layoutLabels } from "../layout-label.ts";
import { layoutReceipt } from "../layout-receipt.ts";
import { layoutReversal } from "../layout-reversal.ts";
import { layoutShift } from "../layout-shift.ts";
import type { Columns, PrintLine } from "../print-line.ts";
import { rulerPage } from "../ruler-page.ts";
import { asnReceipt, fortyLines, longestReceipt } from "./sample-receipts.ts";
import { officeReceipt, SALES } from "./sample-sales.ts";
import { cashSlip, closedShift, runningShift } from "./sample-shifts.ts";
import { longestSlip, returnSlip, voidSlip } from "./sample-slips.ts";

/** One paper the till prints, and the amounts in whole rupiah that must stand on it whole. */
export type Paper = {
  readonly lines: (columns: Columns) => PrintLine[];
  readonly amounts: readonly number[];
};

function sale(model: ReceiptModel): Paper {
  const { lines, subtotal, total, change, tenders } = model;
  return {
    lines: (columns) => layoutReceipt(model, columns),
    amounts: [
      ...lines.map(({ gross }) => gross),
      subtotal,
      total,
      ...(change > 0 ? [change] : []),
      ...tenders.map(({ amount }) => amount),
    ],
  };
}

function invoice(receipt: ReceiptModel, payer: string | null, copy = 0): Paper {
  const reference = receipt.institution?.reference ?? null;
  return {
    lines: (columns) => layoutInvoice({ receipt, payer, reference, copy }, columns),
    amounts: [...receipt.lines.map(({ gross }) => gross), receipt.total],
  };
}

function reversal(slip: Parameters<typeof layoutReversal>[0]): Paper {
  const { lines, total, refunds } = slip;
  return {
    lines: (columns) => layoutReversal(slip, columns),
    amounts: [...lines.map(({ refund }) => refund), total, ...refunds.map(({ amount }) => amount)],
  };
}

function shift(report: typeof runningShift, copy = 0): Paper {
  const { float, cashSales, sales, turnover, closing } = report;
  const counted = closing === null ? [] : [report.expected, closing.counted, closing.difference];
  return {
    lines: (columns) => layoutShift(report, copy, columns),
    amounts: [float, cashSales, sales.total, turnover, ...counted],
  };
}

function cash(slip: typeof cashSlip, copy = 0): Paper {
  return { lines: (columns) => layoutCashSlip(slip, copy, columns), amounts: [slip.amount] };
}

/** An SKU as the catalogue writes them. */
export const label: GoodsLabel = {
  name: "Keripik Mangga Arumanis 250 g",
  makerName: "UD Sari Manis",
  price: 25_000,
  sku: "SRM-KRP-0012",
};

/** Names as long as forms allow, ten million, an SKU that no Code 128 brings onto 58 mm. */
export const longestLabel: GoodsLabel = {
  name: longestReceipt.lines[0]?.name ?? "",
  makerName: longestReceipt.lines[0]?.makerName ?? "",
  price: 10_000_000,
  sku: "DKR-BTK-TULIS-2026-000123456789",
};

const voided: ReceiptReversal = {
  kind: "VOIDED",
  at: asnReceipt.at + 3_600_000,
  total: asnReceipt.total,
};
const partlyReturned: ReceiptReversal = {
  ...voided,
  kind: "PARTLY_RETURNED",
  total: rupiah(10_000_000),
};

const sales = Object.entries(SALES).map(([name, model]) => [`sale-${name}`, sale(model)] as const);

/** Every paper the till prints, by name, the ordinary and the extreme. */
export const EVERY_PAPER: Readonly<Record<string, Paper>> = {
  ...Object.fromEntries(sales),
  "invoice-office": invoice(officeReceipt, officeReceipt.institution?.name ?? null),
  "invoice-longest": invoice(longestReceipt, longestReceipt.buyer?.name ?? null, 2),
  "invoice-forty": invoice(fortyLines, null),
  "invoice-returned": invoice({ ...officeReceipt, reversed: partlyReturned }, null),
  "sale-voided": sale({ ...asnReceipt, copy: 1, reversed: voided }),
  "sale-partly-returned": sale({ ...asnReceipt, copy: 2, reversed: partlyReturned }),
  "sale-training": sale({
    ...asnReceipt,
    number: TRAINING_MARK,
    buyer: null,
    code: "",
    qrUrl: null,
    unsigned: true,
    training: true,
  }),
  "return-everyday": reversal(returnSlip),
  "return-longest": reversal(longestSlip()),
  "void-everyday": reversal(voidSlip),
  "void-one-person": reversal({ ...voidSlip, approverName: null }),
  "void-copy": reversal({ ...voidSlip, copy: 2 }),
  "shift-x": shift(runningShift),
  "shift-z": shift(closedShift),
  "shift-z-copy": shift(closedShift, 3),
  "cash-out": cash(cashSlip),
  "cash-in": cash({
    ...cashSlip,
    outletName: asnReceipt.outletName,
    direction: "IN",
    amount: 250_000,
    reason: "CHANGE",
    note: null,
  }),
  "cash-copy": cash(cashSlip, 2),
  label: {
    lines: (columns) => layoutLabels(label, 3, columns),
    amounts: [],
  },
  "label-longest": {
    lines: (columns) => layoutLabels(longestLabel, 1, columns),
    amounts: [],
  },
  ruler: { lines: rulerPage, amounts: [10_000_000] },
};
