import { isInstant } from "./values.mjs";

/** @typedef {import("./values.mjs").JsonObject} JsonObject */

const STEERED_MS = 2_000;
const DOUBTED_MS = 300_000;

/**
 * Whether a CLOCK_MOVED tells of a jump: backwards, or ahead by more than 5 minutes; one that tells of
 * none would only let the time fall.
 * @param {JsonObject} body
 */
export function isClockMove({ against, expected, found }) {
  if (!isInstant(expected) || !isInstant(found)) return false;
  const back = Date.parse(expected) - Date.parse(found);
  if (against === "CENTRE") return Math.abs(back) > DOUBTED_MS;
  if (against === "JOURNAL") return back > STEERED_MS;
  return against === "MONOTONIC" && (back > STEERED_MS || -back > DOUBTED_MS);
}
