import { isAmount, isObject, isUuid, isWhole, wibDate } from "./values.mjs";

/** @typedef {import("./faults.mjs").FaultCode} FaultCode */
/** @typedef {{ no: number, qty: number, unitPrice: number, lineDiscount: number, saleDiscount: number, net: number, mayCount: boolean }} Line */
/** @typedef {{ no: number, kind: string, amount: number }} Tender */
/** @typedef {{ at: string, period: unknown, buyerKind: string, lines: Line[], total: number, counted: number, tenders: Tender[], change: number }} Sale */

const LINE_AMOUNTS = ["unitPrice", "lineDiscount", "saleDiscount", "net"];

/**
 * Reads what must agree in the body of a SALE; null when it is not shaped like one.
 * @param {import("./values.mjs").JsonObject} body
 * @returns {Sale | null}
 */
export function readSale(body) {
  const { buyer, lines, tenders, total, counted, change } = body;
  if (!isObject(buyer) || !Array.isArray(lines) || !Array.isArray(tenders)) return null;
  if (!isAmount(total) || !isAmount(counted) || !isAmount(change)) return null;
  if (!isUuid(body.saleId) || !lines.every(isLine) || !tenders.every(isTender)) return null;
  if (lines.length === 0 || tenders.length === 0) return null;
  const { kind } = buyer;
  if (kind !== "ASN" && kind !== "PUBLIC" && kind !== "INSTITUTION") return null;
  const at = String(body.at);
  return { at, period: body.period, buyerKind: kind, lines, total, counted, tenders, change };
}

/**
 * The faults in a sale's own figures.
 * @param {Sale} sale
 * @returns {FaultCode[]}
 */
export function saleFaults(sale) {
  /** @type {FaultCode[]} */
  const found = [];
  if (!sale.lines.every(lineHolds)) found.push("LINE_SUM");
  if (!spreadHolds(sale.lines)) found.push("SPREAD");
  if (sum(sale.lines, (line) => line.net) !== BigInt(sale.total)) found.push("TOTAL");
  // Only what an ASN buys counts, and of it only the lines that may.
  const counts = (/** @type {Line} */ line) => sale.buyerKind === "ASN" && line.mayCount;
  const counted = sum(sale.lines, (line) => (counts(line) ? line.net : 0));
  if (counted !== BigInt(sale.counted)) found.push("COUNTED");
  if (!changeHolds(sale)) found.push("CHANGE");
  if (sale.period !== wibDate(sale.at).slice(0, 7)) found.push("PERIOD");
  return found;
}

/**
 * @param {unknown} line
 * @returns {line is Line}
 */
function isLine(line) {
  return (
    isObject(line) &&
    isWhole(line.no, 1) &&
    isWhole(line.qty, 1) &&
    LINE_AMOUNTS.every((name) => isAmount(line[name])) &&
    typeof line.mayCount === "boolean"
  );
}

/**
 * @param {unknown} tender
 * @returns {tender is Tender}
 */
function isTender(tender) {
  return (
    isObject(tender) &&
    isWhole(tender.no, 1) &&
    isAmount(tender.amount) &&
    typeof tender.kind === "string"
  );
}

/**
 * @param {Line} line
 * @param {number} index
 */
function lineHolds(line, index) {
  const gross = BigInt(line.qty) * BigInt(line.unitPrice);
  const net = gross - BigInt(line.lineDiscount) - BigInt(line.saleDiscount);
  const inRange = line.qty <= 9_999 && line.unitPrice <= 1_000_000_000;
  return line.no === index + 1 && inRange && net === BigInt(line.net);
}

/**
 * A whole-sale discount lies on the lines in proportion to net after line discount: floor, then one
 * rupiah each by largest remainder, ties to the lower line.
 * @param {Line[]} lines
 */
function spreadHolds(lines) {
  const bases = lines.map((line) => BigInt(line.net) + BigInt(line.saleDiscount));
  const whole = bases.reduce((a, b) => a + b, 0n);
  const discount = sum(lines, (line) => line.saleDiscount);
  if (whole === 0n) return discount === 0n;
  const parts = bases.map((base, index) => ({
    index,
    share: (base * discount) / whole,
    rest: (base * discount) % whole,
  }));
  let left = discount - parts.reduce((a, part) => a + part.share, 0n);
  const byRest = [...parts].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1,
  );
  for (const part of byRest) {
    if (left === 0n) break;
    part.share += 1n;
    left -= 1n;
  }
  return parts.every((part) => part.share === BigInt(lines[part.index]?.saleDiscount ?? -1));
}

/** @param {Sale} sale */
function changeHolds({ tenders, total, change }) {
  const paid = sum(tenders, (tender) => tender.amount);
  const cash = sum(tenders, (tender) => (tender.kind === "CASH" ? tender.amount : 0));
  const numbered = tenders.every((tender, index) => tender.no === index + 1);
  return numbered && paid - BigInt(total) === BigInt(change) && BigInt(change) <= cash;
}

/**
 * @template T
 * @param {T[]} rows
 * @param {(row: T) => number} of
 */
function sum(rows, of) {
  return rows.reduce((total, row) => total + BigInt(of(row)), 0n);
}
