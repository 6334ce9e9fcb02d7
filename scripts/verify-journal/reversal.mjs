import { isAmount, isObject, isUuid, isWhole, wibDate } from "./values.mjs";

/** @typedef {import("./faults.mjs").FaultCode} FaultCode */
/** @typedef {import("./values.mjs").JsonObject} JsonObject */

/**
 * What is left of each sale of a till that could still be taken back, by its seq: a number each.
 * A forged seq beyond the till's own entries is simply not there.
 */
export function leftStore() {
  let left = new Float64Array(1_024).fill(-1);
  return {
    /**
     * @param {number} seq
     * @param {number} amount
     */
    set(seq, amount) {
      while (seq >= left.length) {
        const wider = new Float64Array(left.length * 2).fill(-1);
        wider.set(left);
        left = wider;
      }
      left[seq] = amount;
    },
    /**
     * @param {number} seq
     * @returns {number | null} null: no sale stands there
     */
    get(seq) {
      const amount = left[seq];
      return amount === undefined || amount < 0 ? null : amount;
    },
  };
}

/**
 * Judges what a VOID or RETURN says of the sale it takes back: its own sums, the sale it names, and
 * that no more is taken back than the sale brought. `isWhole` is false once entries are missing: the
 * sale may then be among them.
 * @param {JsonObject} body
 * @param {{ tillId: string, seq: number, left: ReturnType<typeof leftStore>, isWhole: boolean }} till
 * @returns {FaultCode[]}
 */
export function reversalFaults(body, { tillId, seq, left, isWhole: isComplete }) {
  const { original, total } = body;
  if (!isReversal(body)) return [];
  if (!isAmount(total) || !isObject(original) || !isWhole(original.seq, 1)) return [];
  /** @type {FaultCode[]} */
  const found = sumsHold(body, total) ? [] : ["REVERSAL_SUM"];
  const before = original.tillId === tillId ? left.get(original.seq) : null;
  if (before === null) {
    const mayBeMissing = original.tillId === tillId && !isComplete;
    if (!mayBeMissing || original.seq >= seq) found.push("REVERSAL_REFERENCE");
    return found;
  }
  // A void is of the whole sale and of nothing else before it.
  if (body.kind === "VOID" ? total !== before : total > before) found.push("REVERSAL_OVER");
  left.set(original.seq, Math.max(0, before - total));
  return found;
}

/**
 * Whether a VOID or RETURN is shaped like one.
 * @param {JsonObject} body
 */
export function isReversal(body) {
  const { original, total, lines } = body;
  if (!isAmount(total) || !isObject(original)) return false;
  if (!isUuid(original.tillId) || !isUuid(original.saleId) || !isWhole(original.seq, 1)) {
    return false;
  }
  if (body.kind === "VOID") return true;
  return Array.isArray(lines) && lines.length > 0 && lines.every(isLine);
}

/** @param {unknown} line */
function isLine(line) {
  return (
    isObject(line) && isWhole(line.originalNo, 1) && isWhole(line.qty, 1) && isAmount(line.refund)
  );
}

/**
 * @param {JsonObject} body
 * @param {number} total
 */
function sumsHold(body, total) {
  const { lines, refunds, counted, period } = body;
  if (Array.isArray(lines) && sum(lines, "refund") !== BigInt(total)) return false;
  if (
    refunds !== undefined &&
    (!Array.isArray(refunds) || sum(refunds, "amount") !== BigInt(total))
  )
    return false;
  if (counted !== undefined && (!isAmount(counted) || counted > total)) return false;
  return period === undefined || period === wibDate(String(body.at)).slice(0, 7);
}

/**
 * @param {unknown[]} rows
 * @param {string} name
 */
function sum(rows, name) {
  return rows.reduce((/** @type {bigint} */ whole, row) => {
    const amount = isObject(row) ? row[name] : null;
    return whole + (isAmount(amount) ? BigInt(amount) : 0n);
  }, 0n);
}
