import { isPeriod, wibDate } from "./values.mjs";

/** @typedef {import("./faults.mjs").FaultCode} FaultCode */
/** @typedef {import("./values.mjs").JsonObject} JsonObject */
/**
 * `opened` is the month that was opened last: by the till's first entry, then by each MONTH_NULL.
 * `byNull`: a MONTH_NULL did it. `inShift` and `opened` are null where entries are missing. `seen` are
 * the months that have any entry.
 * @typedef {{ opened: string | null, byNull: boolean, inShift: boolean | null, isWhole: boolean, seen: Set<string> }} Months
 */

/** @returns {Months} */
export function startMonths() {
  return { opened: null, byNull: false, inShift: false, isWhole: true, seen: new Set() };
}

/**
 * Forgets what cannot be known once entries are missing.
 * @param {Months} months
 */
export function loseMonths(months) {
  months.opened = null;
  months.inShift = null;
  months.isWhole = false;
}

/**
 * Judges that each month begins with a MONTH_NULL, but for one that begins amid a shift, and that it
 * names the months before it that saw no entry, no other.
 * @param {string} kind
 * @param {JsonObject} body
 * @param {Months} months
 * @returns {FaultCode[]}
 */
export function monthFaults(kind, body, months) {
  const month = wibDate(String(body.at)).slice(0, 7);
  const faults =
    kind === "MONTH_NULL" ? nullFaults(body, month, months) : leftOut(month, body, months);
  if (kind === "SHIFT_OPENED") months.inShift = true;
  if (kind === "SHIFT_CLOSED") months.inShift = false;
  months.seen.add(month);
  return faults;
}

/**
 * @param {string} month
 * @param {JsonObject} body
 * @param {Months} months
 * @returns {FaultCode[]}
 */
function leftOut(month, { clock }, months) {
  if (months.opened === null) {
    if (months.isWhole) months.opened = month;
    return [];
  }
  if (clock === "DOUBTFUL" || month <= months.opened || months.inShift !== false) return [];
  months.opened = month;
  months.byNull = false;
  return ["MONTH_MISSING"];
}

/**
 * @param {JsonObject} body
 * @param {string} month
 * @param {Months} months
 * @returns {FaultCode[]}
 */
function nullFaults({ period, skipped }, month, months) {
  const { opened, byNull, inShift } = months;
  /** @type {FaultCode[]} */
  const faults = [];
  if (period !== month) return ["MONTH_PERIOD"];
  if (inShift === true) faults.push("MONTH_SHIFT");
  // A till's first month may have one beside its first entry.
  const isAgain = opened !== null && (month < opened || (month === opened && byNull));
  if (isAgain) return [...faults, "MONTH_REPEATED"];
  const isList = Array.isArray(skipped) && skipped.every(isPeriod);
  const expected = opened === null ? null : between(opened, month, months.seen);
  if (!isList || (expected !== null && skipped.join() !== expected.join())) {
    faults.push("MONTH_SKIPPED");
  }
  months.opened = month;
  months.byNull = true;
  return faults;
}

/**
 * The months between two that saw no entry.
 * @param {string} from
 * @param {string} to
 * @param {Set<string>} seen
 */
function between(from, to, seen) {
  const found = [];
  let [year = 0, month = 0] = from.split("-").map(Number);
  for (;;) {
    month += 1;
    if (month === 13) {
      month = 1;
      year += 1;
    }
    const period = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    if (period >= to) return found;
    if (!seen.has(period)) found.push(period);
  }
}
