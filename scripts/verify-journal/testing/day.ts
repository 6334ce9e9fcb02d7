import { createHash } from "node:crypto";

/** The body of an entry before it stands in a chain; `private` is the text beside it. */
export type Draft = {
  readonly body: Record<string, unknown>;
  readonly private?: string;
  /** written while the signing key could not be used */
  readonly unsigned?: boolean;
  /** what else the body says, bound to its place in the chain */
  readonly bound?: (place: Place) => object;
};
export type Place = { readonly tillId: string; readonly seq: number; readonly prevHash: string };

export const uuid = (n: number): string => `019a41c2-7c00-7000-8000-${String(n).padStart(12, "0")}`;

/** A body of any kind, `minute` minutes after 08.00 WIB on 2 November 2026. */
export function draft(kind: string, minute: number, fields: object = {}): Draft {
  const at = new Date(Date.UTC(2026, 10, 2, 1, minute)).toISOString();
  const head = {
    v: 1,
    kind,
    at,
    clock: "CENTRE",
    actorId: uuid(101),
    commandId: uuid(1_000 + minute),
  };
  return { body: { ...head, ...fields } };
}

const ASN = {
  kind: "ASN",
  personId: uuid(150),
  assurance: "SIGNED_CARD",
  cardSerial: 7_001,
  proxy: false,
  match: "MATCHED",
};

/**
 * A sale of two lines, 70,000 and 35,000, with 5,000 off: 3,333 and 1,667. It is the `counter`-th of
 * the till, and all before it were alike, so the turnover is known.
 */
export function sale(minute: number, counter: number, fields: object = {}): Draft {
  return draft("SALE", minute, {
    saleId: uuid(2_000 + counter),
    number: `KB-01-261102-${String(counter).padStart(6, "0")}`,
    period: "2026-11",
    shiftId: uuid(120),
    outletId: uuid(140),
    feedSeq: 118,
    buyer: ASN,
    lines: [
      saleLine(1, { qty: 2, saleDiscount: 3_333, net: 66_667 }),
      saleLine(2, { qty: 1, saleDiscount: 1_667, net: 33_333 }),
    ],
    total: 100_000,
    counted: 100_000,
    tenders: [{ no: 1, kind: "CASH", amount: 150_000, confirmedBy: null }],
    change: 50_000,
    turnover: counter * 100_000,
    reversals: 0,
    privateHash: null,
    ...fields,
  });
}

function saleLine(no: number, fields: { qty: number; saleDiscount: number; net: number }): object {
  return {
    no,
    productId: uuid(160 + no),
    makerId: uuid(170 + no),
    batchId: null,
    qty: fields.qty,
    unitPrice: 35_000,
    lineDiscount: 0,
    saleDiscount: fields.saleDiscount,
    net: fields.net,
    mayCount: true,
    shareBp: 1_000,
  };
}

/** The begin (1) or the end (0) of training. */
export function turn(minute: number, value: number): Draft {
  const hash = createHash("sha256").update(String(value)).digest("hex");
  return draft("SETTING_CHANGED", minute, { name: "TRAINING", hash, value });
}

/** A training sale of the same goods as a sale. */
export function practised(minute: number, fields: object = {}): Draft {
  const { lines, total, tenders, change } = sale(minute, 1).body;
  const ids = { trainingId: uuid(2_800 + minute), shiftId: uuid(120), outletId: uuid(140) };
  return draft("TRAINING", minute, { ...ids, lines, total, tenders, change, ...fields });
}

/** A whole morning at the till KB-01: entries 1 to 8, three sales. */
export function morning(): Draft[] {
  return [
    draft("TILL_STARTED", 0),
    draft("MONTH_NULL", 1, { period: "2026-11", skipped: [], turnover: 0, reversals: 0 }),
    draft("SHIFT_OPENED", 2, { shiftId: uuid(120), float: 200_000 }),
    sale(3, 1),
    sale(4, 2, { buyer: nobody(), counted: 0 }),
    draft("REPRINTED", 5, { saleId: uuid(2_002), number: "KB-01-261102-000002", copy: 1 }),
    sale(6, 3),
    draft("PIN_LOCKED", 7, { staffId: uuid(103), failures: 5, until: "2026-11-02T02:00:00.000Z" }),
  ];
}

/** The buyer of a public sale. */
export function nobody(): object {
  return {
    ...ASN,
    kind: "PUBLIC",
    personId: null,
    assurance: null,
    cardSerial: null,
    match: "NONE",
  };
}

const original = (counter: number): object => ({
  tillId: uuid(1),
  // Where the morning's sales stand.
  seq: [0, 4, 5, 7][counter],
  saleId: uuid(2_000 + counter),
  number: `KB-01-261102-${String(counter).padStart(6, "0")}`,
});

/** The void of one of the morning's sales. */
export function undone(minute: number, counter: number, fields: object = {}): Draft {
  return draft("VOID", minute, {
    approval: { approverId: uuid(102), action: "VOID" },
    original: original(counter),
    reason: "WRONG_BUYER",
    alone: false,
    period: "2026-11",
    shiftId: uuid(120),
    refunds: [{ no: 1, kind: "CASH", amount: 100_000 }],
    total: 100_000,
    counted: 100_000,
    turnover: 300_000,
    reversals: 100_000,
    privateHash: null,
    ...fields,
  });
}

/** One piece of the second line of one of the morning's sales comes back. */
export function returned(minute: number, counter: number, fields: object = {}): Draft {
  return draft("RETURN", minute, {
    approval: { approverId: uuid(102), action: "RETURN" },
    returnId: uuid(2_900 + minute),
    number: "KB-01-261102-000004",
    original: original(counter),
    reason: "DAMAGED",
    period: "2026-11",
    shiftId: uuid(120),
    outletId: uuid(140),
    lines: [{ originalNo: 2, qty: 1, refund: 33_333, condition: "RUSAK" }],
    refunds: [{ no: 1, kind: "CASH", amount: 33_333 }],
    total: 33_333,
    counted: 33_333,
    turnover: 300_000,
    reversals: 33_333,
    privateHash: null,
    ...fields,
  });
}
