import { signatureHolds } from "./crypto.mjs";
import { certificateFor } from "./trust.mjs";
import { hasKeys, isAmount, isHash, isInstant, isObject, isUuid, isWhole } from "./values.mjs";

/** @typedef {import("./values.mjs").JsonObject} JsonObject */
/** @typedef {import("./till.mjs").Till} Till */
/** @typedef {import("./trust.mjs").Trust} Trust */
/**
 * How the old till's key vouched for the new till before the centre was asked.
 * @typedef {{ issuerKeyId: string, validFrom: string, issuerSignature: string }} Provisional
 */
/**
 * What a RESUMED says: the chain it goes on from, and the sums it takes over.
 * @typedef {{ tillId: string, seq: number, hash: string, turnover: number, reversals: number,
 *   provisional: Provisional | null }} Resumed
 */

/**
 * The running sums after each entry of a till, 16 bytes each, for chains that go on from it. What is
 * not known, or out of order, is NaN.
 */
export function sumStore() {
  let sums = new Float64Array(2 * 256).fill(Number.NaN);
  let count = 0;
  return {
    /**
     * @param {number} seq
     * @param {{ turnover: number | null, reversals: number | null }} running
     */
    set(seq, { turnover, reversals }) {
      if (seq !== count + 1) return;
      if (2 * seq > sums.length) {
        const larger = new Float64Array(2 * sums.length).fill(Number.NaN);
        larger.set(sums);
        sums = larger;
      }
      sums[2 * count] = turnover ?? Number.NaN;
      sums[2 * count + 1] = reversals ?? Number.NaN;
      count = seq;
    },
    /** @param {number} seq */
    get(seq) {
      const [turnover = Number.NaN, reversals = Number.NaN] = sums.subarray(2 * (seq - 1), 2 * seq);
      return { turnover, reversals };
    },
  };
}

/**
 * Reads a RESUMED; null where it is not formed as it should be, or not the first of its till.
 * @param {JsonObject} body
 * @param {{ tillId: string, seq: number }} at
 * @returns {Resumed | null}
 */
export function readResumed(body, { tillId, seq }) {
  const { oldTillId, oldSeq, oldHash, turnover, reversals } = body;
  if (seq !== 1 || !isUuid(oldTillId) || oldTillId === tillId) return null;
  if (!isWhole(oldSeq, 1) || !isHash(oldHash) || !isAmount(turnover) || !isAmount(reversals)) {
    return null;
  }
  const provisional = readProvisional(body.provisional);
  if (provisional === null && body.provisional !== undefined) return null;
  return { tillId: oldTillId, seq: oldSeq, hash: oldHash, turnover, reversals, provisional };
}

/**
 * @param {unknown} given
 * @returns {Provisional | null}
 */
function readProvisional(given) {
  if (!isObject(given) || !hasKeys(given, ["issuerKeyId", "validFrom", "issuerSignature"])) {
    return null;
  }
  const { issuerKeyId, validFrom, issuerSignature } = given;
  if (typeof issuerKeyId !== "string" || typeof issuerSignature !== "string") return null;
  return isInstant(validFrom) ? { issuerKeyId, validFrom, issuerSignature } : null;
}

/**
 * Holds each chain that goes on from another against that one, once all of them were read.
 * @param {import("./faults.mjs").FaultList} faults
 * @param {ReadonlyMap<string, Till>} tills
 * @param {Trust} trust
 */
export function judgeResumed(faults, tills, trust) {
  /** @type {Set<string>} */
  const continued = new Set();
  for (const { tillId, resumed } of tills.values()) {
    if (resumed === null) continue;
    const where = { till: tillId, seq: 1, detail: `${resumed.tillId} catatan ${resumed.seq}` };
    if (continued.has(resumed.tillId)) faults.add("RESUMED_TWICE", where);
    continued.add(resumed.tillId);
    const old = tills.get(resumed.tillId);
    const hash = old?.hashes.get(resumed.seq);
    if (old === undefined) faults.add("RESUMED_REFERENCE", where);
    else if (hash === undefined) faults.add("RESUMED_BEYOND", where);
    else if (hash !== resumed.hash) faults.add("RESUMED_HASH", where);
    else if (!sumsHold(old, resumed)) faults.add("RESUMED_SUM", where);
    else if (!isVouchedFor(trust, tillId, resumed)) faults.add("RESUMED_CERT", where);
  }
}

/**
 * Whether the key that the old chain left off with signed for the till and key that the root certified
 * since; true where nobody had to vouch.
 * @param {Trust} trust
 * @param {string} tillId
 * @param {Resumed} resumed
 */
function isVouchedFor(trust, tillId, { tillId: oldTillId, seq, provisional }) {
  if (provisional === null) return true;
  const { issuerKeyId, validFrom, issuerSignature } = provisional;
  const old = certificateFor(trust, oldTillId, seq + 1);
  const own = certificateFor(trust, tillId, 1);
  if (old === undefined || own === undefined) return false;
  if (old.fingerprint.slice(0, 16) !== issuerKeyId) return false;
  const text = ["belabeli-cert-by-till/1", ...own.named, validFrom, issuerKeyId].join("\n");
  return signatureHolds(old.key, text, issuerSignature);
}

/**
 * @param {Till} old
 * @param {Resumed} resumed
 */
function sumsHold(old, { seq, turnover, reversals }) {
  const sums = old.sums.get(seq);
  const differs = (/** @type {number} */ known, /** @type {number} */ stated) =>
    !Number.isNaN(known) && known !== stated;
  return !differs(sums.turnover, turnover) && !differs(sums.reversals, reversals);
}
