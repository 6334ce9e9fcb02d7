const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const WIB_MS = 7 * 3_600_000;
const MAX_AMOUNT = 1_000_000_000_000_000;

/**
 * @typedef {Record<string, unknown>} JsonObject
 */

/**
 * @param {unknown} value
 * @returns {value is JsonObject}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether an object has all of the first keys and none beside those and the second.
 * @param {JsonObject} object
 * @param {readonly string[]} required
 * @param {readonly string[]} [optional]
 */
export function hasKeys(object, required, optional = []) {
  return (
    required.every((key) => Object.hasOwn(object, key)) &&
    Object.keys(object).every((key) => required.includes(key) || optional.includes(key))
  );
}

/**
 * A lower-case UUIDv7.
 * @param {unknown} value
 * @returns {value is string}
 */
export function isUuid(value) {
  return typeof value === "string" && UUID.test(value);
}

/**
 * SHA-256 in lower-case hex.
 * @param {unknown} value
 * @returns {value is string}
 */
export function isHash(value) {
  return typeof value === "string" && HASH.test(value);
}

/**
 * A whole number from a least one.
 * @param {unknown} value
 * @param {number} least
 * @returns {value is number}
 */
export function isWhole(value, least) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least;
}

/**
 * Whole rupiah, zero or more.
 * @param {unknown} value
 * @returns {value is number}
 */
export function isAmount(value) {
  return isWhole(value, 0) && value <= MAX_AMOUNT;
}

/**
 * `YYYY-MM-DDTHH:mm:ss.sssZ`, a time that exists.
 * @param {unknown} value
 * @returns {value is string}
 */
export function isInstant(value) {
  if (typeof value !== "string" || !INSTANT.test(value)) return false;
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value;
}

/**
 * The date on the wall in WIB, `YYYY-MM-DD`.
 * @param {string} instant
 */
export function wibDate(instant) {
  return new Date(Date.parse(instant) + WIB_MS).toISOString().slice(0, 10);
}

/**
 * The object a text holds, only if the text is the one spelling of it that the journal takes.
 * @param {string} text
 * @returns {JsonObject | null}
 */
export function exactObject(text) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(text);
    return isObject(value) && JSON.stringify(value) === text ? value : null;
  } catch {
    return null;
  }
}

/**
 * Whether a value is a calendar month.
 * @param {unknown} value
 */
export function isPeriod(value) {
  return typeof value === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
}
