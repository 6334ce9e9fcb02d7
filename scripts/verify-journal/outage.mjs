import { isInstant } from "./values.mjs";

/** @typedef {import("./values.mjs").JsonObject} JsonObject */

const OF = new Set(["SIGNER", "CENTRE", "PRINTER", "CLOCK"]);

/**
 * Whether an OUTAGE names what was out, and a time that was over when it was written.
 * @param {JsonObject} body
 */
export function isOutage({ of: what, from, to, at }) {
  return OF.has(String(what)) && isInstant(from) && isInstant(to) && from <= to && to === at;
}
