import { createHash } from "node:crypto";
import { isAmount, isHash, isObject, isUuid, isWhole } from "./values.mjs";

/** @typedef {import("./faults.mjs").FaultCode} FaultCode */
/** @typedef {import("./values.mjs").JsonObject} JsonObject */
/**
 * What the entries of a running shift come to.
 * @typedef {{ id: string, sums: Map<string, bigint>, sales: number, seal: import("node:crypto").Hash }} Shift
 */
/**
 * `current` null: no shift is open, or entries of it are missing; `z` null: the number before is not
 * known.
 * @typedef {{ current: Shift | null, z: number | null }} Shifts
 */

const TENDERS = ["CASH", "QRIS", "TRANSFER", "CARD"];
const VALUES = new Set([100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100]);

/** @returns {Shifts} */
export function startShifts() {
  return { current: null, z: 0 };
}

/**
 * Forgets what cannot be known once entries are missing.
 * @param {Shifts} shifts
 */
export function loseShifts(shifts) {
  shifts.current = null;
  shifts.z = null;
}

/**
 * Adds an entry to the shift it is of, and judges what a SHIFT_CLOSED says of all of them.
 * @param {string} kind
 * @param {JsonObject} body
 * @param {Shifts} shifts
 * @returns {FaultCode[]}
 */
export function shiftFaults(kind, body, shifts) {
  if (kind === "RESUMED") loseShifts(shifts);
  if (kind === "SHIFT_OPENED") {
    shifts.current = openShift(body);
    return shifts.current === null ? ["BODY_MALFORMED"] : [];
  }
  if (kind === "SHIFT_CLOSED") return closeFaults(body, shifts);
  const shift = shifts.current;
  if (shift === null || body.shiftId !== shift.id) return [];
  if (kind === "SALE") addSale(shift, body);
  if (kind === "RETURN" || kind === "VOID") addReversal(shift, kind, body);
  if (kind === "CASH_MOVED")
    add(shift, body.direction === "IN" ? "cashIn" : "cashOut", body.amount);
  return [];
}

/**
 * @param {JsonObject} body
 * @returns {Shift | null}
 */
function openShift({ shiftId, float }) {
  if (!isUuid(shiftId) || !isAmount(float)) return null;
  const sums = new Map([["float", BigInt(float)]]);
  return { id: shiftId, sums, sales: 0, seal: createHash("sha256") };
}

/**
 * @param {Shift} shift
 * @param {string} name
 * @param {unknown} amount
 */
function add({ sums }, name, amount) {
  if (typeof amount !== "number" || !Number.isSafeInteger(amount)) return;
  sums.set(name, (sums.get(name) ?? 0n) + BigInt(amount));
}

/**
 * @param {Shift} shift
 * @param {JsonObject} body
 */
function addSale(shift, { saleId, total, change, tenders, lines }) {
  shift.seal.update(shift.sales === 0 ? String(saleId) : `\n${String(saleId)}`);
  shift.sales += 1;
  add(shift, "sales.total", total);
  for (const tender of rows(tenders)) add(shift, `sales.${String(tender.kind)}`, tender.amount);
  if (typeof change === "number") add(shift, "sales.CASH", -change);
  for (const line of rows(lines)) {
    add(shift, "sales.discounts", line.lineDiscount);
    add(shift, "sales.discounts", line.saleDiscount);
  }
}

/**
 * @param {Shift} shift
 * @param {"RETURN" | "VOID"} kind
 * @param {JsonObject} body
 */
function addReversal(shift, kind, { total, refunds }) {
  const name = kind === "VOID" ? "voids" : "returns";
  add(shift, `${name}.count`, 1);
  add(shift, `${name}.total`, total);
  for (const refund of rows(refunds)) {
    if (refund.kind === "CASH") add(shift, "cashRefunds", refund.amount);
  }
}

/**
 * @param {unknown} list
 * @returns {JsonObject[]}
 */
function rows(list) {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/**
 * @param {JsonObject} body
 * @param {Shifts} shifts
 * @returns {FaultCode[]}
 */
function closeFaults(body, shifts) {
  const shift = shifts.current;
  const { z } = shifts;
  const { zNumber, sales, returns, voids, sealed } = body;
  shifts.current = null;
  if (!isWhole(zNumber, 1) || !isObject(sales) || !isObject(sealed)) return ["BODY_MALFORMED"];
  if (!isObject(returns) || !isObject(voids) || !isHash(sealed.hash)) return ["BODY_MALFORMED"];
  shifts.z = zNumber;
  /** @type {FaultCode[]} */
  const found = [];
  if (z !== null && zNumber !== z + 1) found.push("Z_NUMBER");
  if (!drawerHolds(body, sales)) found.push("SHIFT_CASH");
  if (shift === null) return found;
  if (body.shiftId !== shift.id) return [...found, "SHIFT_SUM"];
  if (!entriesHold(shift, body, { sales, returns, voids })) found.push("SHIFT_SUM");
  if (sealed.count !== shift.sales || sealed.hash !== shift.seal.digest("hex")) {
    found.push("SHIFT_SEAL");
  }
  return found;
}

/**
 * Whether the figures of the drawer agree with each other and with the pieces counted.
 * @param {JsonObject} body
 * @param {JsonObject} sales
 */
function drawerHolds(body, { total, byTender }) {
  const { float, cashSales, cashIn, cashOut, cashRefunds, expected, counted, difference } = body;
  const amounts = [float, cashSales, cashIn, cashOut, cashRefunds, expected, counted, difference];
  const whole = amounts.map((amount) => (Number.isSafeInteger(amount) ? Number(amount) : null));
  if (whole.includes(null) || !isObject(byTender)) return false;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, due = 0, has = 0, left = 0] = whole.map(Number);
  const kept = TENDERS.reduce((sum, kind) => sum + Number(byTender[kind]), 0);
  const pieces = rows(body.counts);
  const inDrawer = pieces.reduce((sum, one) => sum + Number(one.value) * Number(one.pieces), 0);
  return (
    a + b + c - d - e === due &&
    has - due === left &&
    (left === 0) === (body.reason === null) &&
    pieces.every(({ value }) => VALUES.has(Number(value))) &&
    inDrawer === has &&
    kept === total &&
    byTender.CASH === b
  );
}

/**
 * Whether a shift's end says of its entries what they come to.
 * @param {Shift} shift
 * @param {JsonObject} body
 * @param {{ sales: JsonObject, returns: JsonObject, voids: JsonObject }} said
 */
function entriesHold({ sums, sales: count }, body, { sales, returns, voids }) {
  const byTender = isObject(sales.byTender) ? sales.byTender : {};
  const said = new Map([
    ["float", body.float],
    ["cashIn", body.cashIn],
    ["cashOut", body.cashOut],
    ["cashRefunds", body.cashRefunds],
    ["sales.total", sales.total],
    ["sales.discounts", sales.discounts],
    ["returns.count", returns.count],
    ["returns.total", returns.total],
    ["voids.count", voids.count],
    ["voids.total", voids.total],
    ...TENDERS.map((kind) => /** @type {const} */ ([`sales.${kind}`, byTender[kind]])),
  ]);
  const agrees = [...said].every(([name, amount]) => Number(sums.get(name) ?? 0n) === amount);
  return agrees && sales.count === count;
}
