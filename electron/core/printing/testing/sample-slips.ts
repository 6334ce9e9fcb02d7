import type { ReversalSlip } from "../layout-reversal.ts";
import { asnReceipt, GALLERY_URL, longestReceipt } from "./sample-receipts.ts";

/* Void slips and return receipts. No real person, no real place of business. */

const AT = Date.parse("2026-11-26T02:00:00.000Z");

/** A return receipt with the longest names and the largest money a form takes. */
export function longestSlip(more: Partial<ReversalSlip> = {}): ReversalSlip {
  return {
    kind: "RETURN",
    outletName: longestReceipt.outletName,
    outletAddress: "Jalan Panglima Sudirman 134, Kraksaan",
    number: "GDKP-01-261126-123456789012",
    originalNumber: "GDKP-01-261126-000003",
    originalAt: AT,
    at: AT,
    cashierName: longestReceipt.cashierName,
    approverName: "Kasir Dua",
    reason: "CHANGED_MIND",
    lines: longestReceipt.lines.map(({ qty, name, makerName, net }) => {
      return { qty, name, makerName, refund: net, condition: "KEDALUWARSA" };
    }),
    total: 10_000_000_000_000,
    refunds: [{ kind: "TRANSFER", amount: 10_000_000_000_000 }],
    buyer: {
      name: longestReceipt.buyer?.name ?? null,
      nipLast4: "1991",
      counted: 10_000_000,
      month: { label: "November 2026", counted: 0 },
    },
    code: "K7QWERTY2ABC",
    qrUrl: null,
    unsigned: false,
    copy: 2,
    ...more,
  };
}

/** A return as it is made every day. */
export const returnSlip: ReversalSlip = {
  ...longestSlip(),
  outletName: asnReceipt.outletName,
  outletAddress: asnReceipt.outletAddress,
  number: "GDK-01-261126-000131",
  originalNumber: asnReceipt.number,
  cashierName: asnReceipt.cashierName,
  approverName: "Sulastri Handayani",
  reason: "DAMAGED",
  lines: [
    {
      qty: 1,
      name: "Keripik Mangga Arumanis 250 g",
      makerName: "UD Sari Manis",
      refund: 22_500,
      condition: "RUSAK",
    },
    {
      qty: 1,
      name: "Abon Ikan Tongkol Pedas 100 g",
      makerName: "Dapur Bu Tini Paiton",
      refund: 35_000,
      condition: "BAIK",
    },
  ],
  total: 57_500,
  refunds: [{ kind: "CASH", amount: 57_500 }],
  buyer: {
    name: asnReceipt.buyer?.name ?? null,
    nipLast4: "1991",
    counted: 57_500,
    month: { label: "November 2026", counted: 22_500 },
  },
  qrUrl: GALLERY_URL,
  copy: 0,
};

/** A whole sale taken back within its shift. */
export const voidSlip: ReversalSlip = {
  ...returnSlip,
  kind: "VOID",
  number: null,
  reason: "WRONG_PAYMENT",
  lines: returnSlip.lines.map((line) => ({ ...line, condition: null })),
  refunds: [
    { kind: "CASH", amount: 40_000 },
    { kind: "QRIS", amount: 17_500 },
  ],
  buyer: null,
  qrUrl: null,
};
