import { readLine } from "./entry.mjs";
import { faultList, Unreadable } from "./faults.mjs";
import { readLines } from "./lines.mjs";
import { judgeResumed } from "./resumed.mjs";
import { endTill, judgeEntry, judgeHead, startTill } from "./till.mjs";
import { readTrust } from "./trust.mjs";

/** @typedef {import("./till.mjs").Till} Till */
/** @typedef {import("./till.mjs").Judge} Judge */
/** @typedef {{ tills: Map<string, Till>, current: string }} Place the tills met, and that of the line before */
/** @typedef {"MATCHED" | "FOREIGN" | "UNCHECKED"} RootState */
/**
 * @typedef {{ exitCode: 0 | 1 | 3, root: { fingerprint: string, state: RootState }, tills: Till[],
 *   trust: import("./trust.mjs").Trust, faults: import("./faults.mjs").FaultList }} Verdict
 */

/**
 * Judges an exported journal. Throws Unreadable when there is nothing to judge.
 * @param {string} path
 * @param {string | null} knownRoot the root's fingerprint, 64 hex digits, known from elsewhere
 */
export function verifyJournal(path, knownRoot) {
  return verifyLines(readLines(path), knownRoot);
}

/**
 * Judges a journal line by line, holding no more than one line and 32 bytes for each before it.
 * @param {AsyncIterable<{ text: string, line: number }> | Iterable<{ text: string, line: number }>} lines
 * @param {string | null} knownRoot
 * @returns {Promise<Verdict>}
 */
export async function verifyLines(lines, knownRoot) {
  const faults = faultList();
  /** @type {Judge | null} */
  let judge = null;
  /** @type {Place} */
  const place = { tills: new Map(), current: "" };
  for await (const { text, line } of lines) {
    if (judge === null) judge = { trust: readTrust(text, faults), faults };
    else if (text.trim() !== "") judgeLine(judge, place, { text, line });
  }
  if (judge === null) throw new Unreadable("berkas kosong");
  for (const till of place.tills.values()) endTill(faults, till);
  judgeResumed(faults, place.tills, judge.trust);
  const root = judgeRoot(judge, knownRoot);
  const exitCode = faults.count > 0 ? 1 : root.state === "UNCHECKED" ? 3 : 0;
  return { exitCode, root, tills: [...place.tills.values()], trust: judge.trust, faults };
}

/**
 * @param {Judge} judge
 * @param {Place} place
 * @param {{ text: string, line: number }} at
 */
function judgeLine(judge, place, { text, line }) {
  const read = readLine(text);
  if (read === null) {
    judge.faults.add("LINE_MALFORMED", { line });
    return;
  }
  const tillId = "entry" in read ? read.entry.tillId : read.head.tillId;
  const seq = "entry" in read ? read.entry.seq : read.head.seq;
  const known = place.tills.get(tillId);
  const till = known ?? startTill(tillId);
  place.tills.set(tillId, till);
  // All of a till's entries stand together, its heads right after them.
  const resumes = known !== undefined && place.current !== tillId;
  if (resumes || ("entry" in read && till.heads > 0)) {
    judge.faults.add("TILL_ORDER", { till: tillId, seq, line });
  }
  if ("entry" in read) judgeEntry(judge, till, { entry: read.entry, line });
  else judgeHead(judge, till, { head: read.head, line });
  place.current = tillId;
}

/**
 * @param {Judge} judge
 * @param {string | null} knownRoot
 * @returns {{ fingerprint: string, state: RootState }}
 */
function judgeRoot({ trust, faults }, knownRoot) {
  const fingerprint = trust.rootFingerprint;
  if (knownRoot === null) return { fingerprint, state: "UNCHECKED" };
  if (knownRoot === fingerprint) return { fingerprint, state: "MATCHED" };
  faults.add("ROOT_FOREIGN", { line: 1, detail: `berkas: ${fingerprint}` });
  return { fingerprint, state: "FOREIGN" };
}
