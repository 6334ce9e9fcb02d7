import { isAmount, wibDate } from "./values.mjs";

/** @typedef {import("./faults.mjs").FaultCode} FaultCode */
/** @typedef {import("./values.mjs").JsonObject} JsonObject */
/**
 * What runs through a till's whole chain; null where entries are missing, so that one loss is named
 * once and not again at each entry after it.
 * @typedef {{ counter: number | null, turnover: number | null, reversals: number | null }} Running
 */

const NUMBER = /^([A-Z0-9]{2,4})-(\d{2})-(\d{6})-(\d{6}|[1-9]\d{6,11})$/;

/** @returns {Running} */
export function startRunning() {
  return { counter: 0, turnover: 0, reversals: 0 };
}

/**
 * Forgets what cannot be known once entries are missing.
 * @param {Running} running
 */
export function loseRunning(running) {
  running.counter = null;
  running.turnover = null;
  running.reversals = null;
}

/**
 * Judges a receipt number: form, till, WIB date, and the till's own counter.
 * @param {JsonObject} body
 * @param {{ outletCode: string, tillCode: string }} till
 * @param {Running} running
 * @returns {FaultCode[]}
 */
export function numberFaults(body, till, running) {
  const found = NUMBER.exec(String(body.number));
  const counter = Number(found?.[4] ?? 0);
  if (found === null || counter < 1) return ["NUMBER"];
  const date = wibDate(String(body.at)).slice(2).replaceAll("-", "");
  const own = found[1] === till.outletCode && found[2] === till.tillCode && found[3] === date;
  const before = running.counter;
  running.counter = before === null ? counter : Math.max(before, counter);
  /** @type {FaultCode[]} */
  const faults = own ? [] : ["NUMBER"];
  if (before !== null && counter <= before) faults.push("NUMBER_REPEATED");
  if (before !== null && counter > before + 1) faults.push("NUMBER_GAP");
  return faults;
}

/**
 * Judges the running sums an entry states. A sale adds its total to the turnover, a return or void
 * to the reversals; everything else that states a sum repeats it. RESUMED takes them over.
 * @param {string} kind
 * @param {JsonObject} body
 * @param {Running} running
 * @returns {FaultCode[]}
 */
export function sumFaults(kind, body, running) {
  if (kind === "RESUMED") {
    running.turnover = null;
    running.reversals = null;
  }
  const total = isAmount(body.total) ? body.total : null;
  const reverses = kind === "RETURN" || kind === "VOID";
  const faults = [];
  const { turnover, reversals } = body;
  const sold = { add: kind === "SALE" ? total : 0, stated: turnover };
  const reversed = { add: reverses ? total : 0, stated: reversals };
  if (!moveSum(running, "turnover", sold)) faults.push("TURNOVER");
  if (!moveSum(running, "reversals", reversed)) faults.push("REVERSALS");
  return /** @type {FaultCode[]} */ (faults);
}

/**
 * @param {Running} running
 * @param {"turnover" | "reversals"} name
 * @param {{ add: number | null, stated: unknown }} by add null: by an amount this entry does not state
 */
function moveSum(running, name, { add, stated }) {
  const before = running[name];
  const expected = before === null || add === null ? null : before + add;
  if (stated === undefined) {
    running[name] = expected;
    return true;
  }
  if (!isAmount(stated)) return false;
  running[name] = stated;
  return expected === null ? stated >= (before ?? 0) : stated === expected;
}
