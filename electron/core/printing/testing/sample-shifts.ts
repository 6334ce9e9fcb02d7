import type { ShiftReport } from "../../../../shared/contract/shift.ts";
import type { CashSlip } from "../layout-cash-slip.ts";

/* A shift's papers. No real person, no real place of business. */

const ID = "019a41c2-7c00-7000-8000-000000000001";
const MOST = 999_999_999_999;

/** A shift that runs; its turnover is the largest a till can count. */
export const runningShift: ShiftReport = {
  reportId: ID,
  shiftId: ID,
  outletName: "Galeri Dekranasda Kantor Bupati Kabupaten Probolinggo",
  outletAddress: "Jl. Panglima Sudirman No. 1, Kraksaan, Probolinggo",
  tillName: "KB-01",
  openedAt: Date.parse("2026-11-25T01:00:00.000Z"),
  openedBy: "Raden Ayu Siti Nurhalimah Kusumawardhani",
  at: Date.parse("2026-11-25T09:30:00.000Z"),
  float: 200_000,
  cashSales: 1_250_000,
  cashIn: 100_000,
  cashOut: 550_000,
  cashRefunds: 35_000,
  expected: 965_000,
  sales: {
    count: 61,
    total: 2_000_000,
    byTender: { CASH: 1_250_000, QRIS: 500_000, TRANSFER: 250_000, CARD: 0 },
    discounts: 45_000,
  },
  returns: { count: 1, total: 35_000 },
  voids: { count: 0, total: 0 },
  turnover: MOST,
  reversals: 35_000,
  moves: [
    {
      at: Date.parse("2026-11-25T03:00:00.000Z"),
      direction: "IN",
      amount: 100_000,
      reason: "CHANGE",
    },
    {
      at: Date.parse("2026-11-25T08:00:00.000Z"),
      direction: "OUT",
      amount: 550_000,
      reason: "EXPENSE",
    },
  ],
  closing: null,
};

/** The same shift, closed with money missing. */
export const closedShift: ShiftReport = {
  ...runningShift,
  closing: {
    zNumber: 12,
    counts: [
      { value: 100_000, pieces: 9 },
      { value: 50_000, pieces: 1 },
      { value: 500, pieces: 3 },
    ],
    counted: 951_500,
    difference: -13_500,
    reason: "UNRECORDED",
    countings: 2,
    firstCounted: 901_500,
    sealed: { count: 61, hash: "0123456789abcdef".repeat(4) },
    witness: { seq: 140, code: "ABCDEFGH2345" },
    closedBy: "Budi",
    seq: 155,
    code: "MNOPQRST6723",
    signed: true,
  },
};

/** Cash that was taken out. */
export const cashSlip: CashSlip = {
  outletName: runningShift.outletName,
  at: runningShift.at,
  seq: 120,
  cashierName: runningShift.openedBy,
  direction: "OUT",
  amount: 100_000_000,
  reason: "OTHER",
  note: "Membeli kantong kertas dan pita untuk bingkisan tamu dinas",
};
