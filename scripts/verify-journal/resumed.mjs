import { isAmount, isHash, isUuid, isWhole } from "./values.mjs";

/** @typedef {import("./values.mjs").JsonObject} JsonObject */
/** @typedef {import("./till.mjs").Till} Till */
/**
 * What a RESUMED says: the chain it goes on from, and the sums it takes over.
 * @typedef {{ tillId: string, seq: number, hash: string, turnover: number, reversals: number }} Resumed
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
  return { tillId: oldTillId, seq: oldSeq, hash: oldHash, turnover, reversals };
}

/**
 * Holds each chain that goes on from another against that one, once all of them were read.
 * @param {import("./faults.mjs").FaultList} faults
 * @param {ReadonlyMap<string, Till>} tills
 */
export function judgeResumed(faults, tills) {
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
  }
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
