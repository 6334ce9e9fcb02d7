import { exactObject, hasKeys, isHash, isInstant, isObject, isUuid, isWhole } from "./values.mjs";

/** @typedef {import("./values.mjs").JsonObject} JsonObject */
/**
 * An entry as the export gives it; `body` is what `bodyText` holds, empty when it is malformed.
 * @typedef {{ tillId: string, seq: number, at: string, kind: string, prevHash: string, hash: string,
 *   signature: string, receiptSignature: string | undefined, bodyText: string, body: JsonObject,
 *   malformed: boolean, private: string | undefined }} Entry
 */
/** @typedef {{ centreKeyId: string, tillId: string, seq: number, hash: string, receivedAt: string, signature: string }} Head */

const ENTRY = ["tillId", "seq", "at", "kind", "prevHash", "hash", "signature", "body"];
const ENTRY_OPTIONAL = ["receiptSignature", "private"];
const HEAD = ["centreKeyId", "tillId", "seq", "hash", "receivedAt", "signature"];
const CLOCKS = ["CENTRE", "WALL", "DOUBTFUL"];

/** The kinds of version 1; the list is closed. */
export const KINDS = new Set([
  "TILL_STARTED",
  "RESUMED",
  "KEY_CHANGED",
  "SHIFT_OPENED",
  "SHIFT_CLOSED",
  "SALE",
  "VOID",
  "RETURN",
  "CASH_MOVED",
  "DRAWER_OPENED",
  "REPRINTED",
  "PRICE_CHANGED",
  "CARD_BOUND",
  "PIN_LOCKED",
  "CLOCK_MOVED",
  "CLOCK_SET",
  "OUTAGE",
  "SIGNER_RESTORED",
  "MONTH_NULL",
  "TRAINING",
  "GOODS_RECEIVED",
  "GOODS_RETURNED",
  "GOODS_LOST",
  "GOODS_COUNTED",
  "GOODS_MOVED",
  "MAKER_PAID",
  "SETTING_CHANGED",
  "TILL_CLOSED",
]);

/**
 * Reads a line after the first: an entry, a countersigned head, or null for neither.
 * @param {string} text
 * @returns {{ entry: Entry } | { head: Head } | null}
 */
export function readLine(text) {
  /** @type {unknown} */
  let line;
  try {
    line = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(line)) return null;
  if (Object.hasOwn(line, "head")) return hasKeys(line, ["head"]) ? readHead(line.head) : null;
  return readEntry(line);
}

/**
 * @param {JsonObject} line
 * @returns {{ entry: Entry } | null}
 */
function readEntry(line) {
  const { tillId, seq, at, kind, prevHash, hash, signature, receiptSignature, body } = line;
  const personal = line.private;
  if (!hasKeys(line, ENTRY, ENTRY_OPTIONAL)) return null;
  if (!isUuid(tillId) || !isWhole(seq, 1) || !isHash(prevHash) || !isHash(hash)) return null;
  if (!isText(at) || !isText(kind) || !isText(signature) || !isText(body)) return null;
  if (receiptSignature !== undefined && !isText(receiptSignature)) return null;
  if (personal !== undefined && !isText(personal)) return null;
  const read = exactObject(body);
  const malformed = read === null || !isBody(read);
  const envelope = { tillId, seq, at, kind, prevHash, hash, signature, receiptSignature };
  return { entry: { ...envelope, bodyText: body, body: read ?? {}, malformed, private: personal } };
}

/**
 * @param {unknown} head
 * @returns {{ head: Head } | null}
 */
function readHead(head) {
  if (!isObject(head) || !hasKeys(head, HEAD)) return null;
  const { centreKeyId, tillId, seq, hash, receivedAt, signature } = head;
  if (!isText(centreKeyId) || !isUuid(tillId) || !isWhole(seq, 1) || !isHash(hash)) return null;
  if (!isInstant(receivedAt) || !isText(signature)) return null;
  return { head: { centreKeyId, tillId, seq, hash, receivedAt, signature } };
}

/**
 * What every body has.
 * @param {JsonObject} body
 */
function isBody(body) {
  const { v, kind, at, clock, actorId, commandId, privateHash } = body;
  return (
    v === 1 &&
    isText(kind) &&
    isInstant(at) &&
    CLOCKS.includes(String(clock)) &&
    isUuid(actorId) &&
    isUuid(commandId) &&
    (privateHash === undefined || privateHash === null || isHash(privateHash))
  );
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isText(value) {
  return typeof value === "string";
}
