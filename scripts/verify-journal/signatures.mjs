import { sha256Hex, signatureHolds } from "./crypto.mjs";
import { exactObject } from "./values.mjs";

/** @typedef {import("./faults.mjs").FaultCode} FaultCode */
/** @typedef {import("./entry.mjs").Entry} Entry */
/** @typedef {import("node:crypto").KeyObject} KeyObject */
/** @typedef {{ from: number, to: number } | null} Outage */

const SALT = /^[0-9a-f]{32}$/;

/**
 * Judges an entry's own signature and follows signer outages: entries without a signature are taken
 * only when the first signed entry after them is a SIGNER_RESTORED that names exactly that range.
 * @param {Entry} entry
 * @param {KeyObject} key
 * @param {Outage} outage the unsigned entries right before
 * @returns {{ outage: Outage, vouched: number, faults: { code: FaultCode, seq: number, detail: string }[] }}
 */
export function judgeSignature(entry, key, outage) {
  const { seq, kind, body } = entry;
  /** @type {{ code: FaultCode, seq: number, detail: string }[]} */
  const faults = [];
  const restores = kind === "SIGNER_RESTORED";
  if (entry.signature === "") {
    if (restores) faults.push({ code: "SIGNER_RANGE", seq, detail: "tanpa tanda tangan" });
    return { outage: { from: outage?.from ?? seq, to: seq }, vouched: 0, faults };
  }
  const holds = signatureHolds(key, Buffer.from(entry.hash, "hex"), entry.signature);
  if (!holds) faults.push({ code: "SIGNATURE", seq, detail: "" });
  const names = restores ? `${String(body.fromSeq)}-${String(body.toSeq)}` : null;
  const range = outage === null ? null : `${outage.from}-${outage.to}`;
  if (restores && names !== range) {
    faults.push({
      code: "SIGNER_RANGE",
      seq,
      detail: `menjamin ${names}, semestinya ${range ?? "tidak ada"}`,
    });
  }
  if (outage === null) return { outage: null, vouched: 0, faults };
  if (holds && names === range && outage.to === seq - 1) {
    return { outage: null, vouched: outage.to - outage.from + 1, faults };
  }
  faults.push(openOutage(outage));
  return { outage: null, vouched: 0, faults };
}

/**
 * The fault of an outage that nothing vouches for.
 * @param {{ from: number, to: number }} outage
 * @returns {{ code: FaultCode, seq: number, detail: string }}
 */
export function openOutage({ from, to }) {
  return { code: "SIGNATURE_MISSING", seq: from, detail: `catatan ${from}-${to}` };
}

/**
 * Judges the signature in a receipt's QR code: on sales and returns only, and on each of them.
 * @param {Entry} entry
 * @param {KeyObject} key
 * @returns {FaultCode | null}
 */
export function receiptFault(entry, key) {
  const { tillId, seq, hash, kind, receiptSignature, body } = entry;
  const hasReceipt = kind === "SALE" || kind === "RETURN";
  if (receiptSignature === undefined || receiptSignature === "") {
    // During a signer outage a receipt has none: `tanda tangan menyusul`.
    return hasReceipt && entry.signature !== "" ? "RECEIPT_SIGNATURE_MISSING" : null;
  }
  const text = ["belabeli-receipt/1", tillId, seq, hash, body.number, body.at, body.total].join(
    "\n",
  );
  return hasReceipt && signatureHolds(key, text, receiptSignature) ? null : "RECEIPT_SIGNATURE";
}

/**
 * Judges the personal part. One that was destroyed by law is gone, and the chain still holds.
 * @param {Entry} entry
 * @returns {{ fault: FaultCode | null, destroyed: boolean }}
 */
export function judgePrivate(entry) {
  const hash = entry.body.privateHash ?? null;
  if (entry.private === undefined) return { fault: null, destroyed: hash !== null };
  const fields = exactObject(entry.private);
  const salted = typeof fields?.salt === "string" && SALT.test(fields.salt);
  const holds = salted && sha256Hex(entry.private) === hash;
  return { fault: holds ? null : "PRIVATE", destroyed: false };
}
