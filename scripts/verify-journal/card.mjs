import { isHash, isObject, isUuid } from "./values.mjs";

/** @typedef {import("./values.mjs").JsonObject} JsonObject */

/**
 * Whether a body is shaped like a CARD_BOUND; one that nobody but the cashier allowed is none.
 * @param {JsonObject} body
 */
export function isCardBinding({ actorId, approval, hash, personId }) {
  return (
    isObject(approval) &&
    isUuid(approval.approverId) &&
    approval.approverId !== actorId &&
    isHash(hash) &&
    isUuid(personId)
  );
}
