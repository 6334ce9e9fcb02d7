import { readSale, saleFaults } from "./sale.mjs";
import { isObject, isUuid, wibDate } from "./values.mjs";

/** @typedef {import("./faults.mjs").FaultCode} FaultCode */
/** @typedef {import("./values.mjs").JsonObject} JsonObject */
/**
 * Whether the till is in training; null once entries are missing that may have begun or ended it.
 * @typedef {{ on: boolean | null }} Training
 */

/** What only a real sale has: on a TRAINING it would let something count it. */
const REAL = [
  "saleId",
  "number",
  "period",
  "buyer",
  "counted",
  "turnover",
  "reversals",
  "privateHash",
];
/** What is real, and so cannot stand between the begin and the end of training. */
const KEPT_OUT = new Set([
  "SALE",
  "VOID",
  "RETURN",
  "CASH_MOVED",
  "DRAWER_OPENED",
  "SHIFT_OPENED",
  "SHIFT_CLOSED",
]);

/** @returns {Training} */
export function startTraining() {
  return { on: false };
}

/**
 * Forgets what cannot be known once entries are missing.
 * @param {Training} training
 */
export function loseTraining(training) {
  training.on = null;
}

/**
 * The faults of a TRAINING by itself: its figures agree as a sale's, and nothing can count it.
 * @param {JsonObject} body
 * @returns {FaultCode[]}
 */
export function trainingSaleFaults(body) {
  if (REAL.some((name) => Object.hasOwn(body, name))) return ["TRAINING"];
  const { trainingId, shiftId, outletId } = body;
  const period = wibDate(String(body.at)).slice(0, 7);
  const nobody = { saleId: trainingId, period, buyer: { kind: "PUBLIC" }, counted: 0 };
  const sale = readSale({ ...body, ...nobody });
  const named = isUuid(trainingId) && isUuid(shiftId) && isUuid(outletId);
  return sale === null || !named ? ["BODY_MALFORMED"] : saleFaults(sale);
}

/**
 * Follows the SETTING_CHANGED that begin and end training: a TRAINING stands between them, and nothing
 * that moves goods or money does.
 * @param {string} kind
 * @param {JsonObject} body
 * @param {Training} training
 * @returns {FaultCode[]}
 */
export function trainingFaults(kind, body, training) {
  if (kind === "RESUMED") training.on = false;
  if (kind === "SETTING_CHANGED" && body.name === "TRAINING") return turnFaults(body, training);
  if (kind === "TRAINING") return training.on === false ? ["TRAINING"] : [];
  return training.on === true && KEPT_OUT.has(kind) ? ["TRAINING"] : [];
}

/**
 * Whoever begins training is a supervisor, whose right or approval the till asked for; the entry must
 * only begin what was not begun, or end what was.
 * @param {JsonObject} body
 * @param {Training} training
 * @returns {FaultCode[]}
 */
function turnFaults({ value, approval }, training) {
  const before = training.on;
  training.on = value === 1;
  const isTurn = value === 0 || value === 1;
  if (!isTurn || (approval !== undefined && !isObject(approval))) return ["BODY_MALFORMED"];
  return before === training.on ? ["TRAINING"] : [];
}
