import { sha256Hex, signatureHolds } from "./crypto.mjs";
import { isCardBinding } from "./card.mjs";
import { isClockMove } from "./clock.mjs";
import { KINDS } from "./entry.mjs";
import { isOutage } from "./outage.mjs";
import { hashStore } from "./hashes.mjs";
import { beginsRightly, changedTo, goesOnAfterChange } from "./key.mjs";
import { readResumed, sumStore } from "./resumed.mjs";
import { isReversal, leftStore, reversalFaults } from "./reversal.mjs";
import { loseRunning, numberFaults, startRunning, sumFaults } from "./running.mjs";
import { isPriceChange, priceFaults, startPrices } from "./price.mjs";
import { readSale, saleFaults } from "./sale.mjs";
import { loseShifts, shiftFaults, startShifts } from "./shift.mjs";
import { judgePrivate, judgeSignature, openOutage, receiptFault } from "./signatures.mjs";
import { loseMonths, monthFaults, startMonths } from "./months.mjs";
import { loseTraining, startTraining, trainingFaults, trainingSaleFaults } from "./training.mjs";
import { certificateFor, isFirstOf } from "./trust.mjs";
import { isAmount } from "./values.mjs";

/** @typedef {import("./faults.mjs").FaultList} FaultList */
/** @typedef {import("./entry.mjs").Entry} Entry */
/** @typedef {{ trust: import("./trust.mjs").Trust, faults: FaultList }} Judge */
/** @typedef {ReturnType<typeof startTill>} Till */
/** @typedef {(code: import("./faults.mjs").FaultCode, detail?: string) => void} Name */

/** Beside sales, what always states both running sums. */
const STATES_SUMS = new Set(["SHIFT_CLOSED", "MONTH_NULL", "TILL_CLOSED"]);
const CLOCK_KINDS = new Set(["CLOCK_MOVED", "CLOCK_SET"]);

/**
 * What is known of a till before its first entry.
 * @param {string} tillId
 */
export function startTill(tillId) {
  return {
    tillId,
    entries: 0,
    sales: 0,
    sum: 0n,
    lastSeq: 0,
    lastHash: sha256Hex(tillId),
    lastAt: "",
    vouched: 0,
    destroyed: 0,
    heads: 0,
    countersignedSeq: 0,
    running: startRunning(),
    shifts: startShifts(),
    prices: startPrices(),
    training: startTraining(),
    months: startMonths(),
    isClosed: false,
    /** the key that an entry hands on to, by its fingerprint, and the first entry that it signs */
    /** @type {{ fromSeq: number, fingerprint: string } | null} */
    changedKey: null,
    hashes: hashStore(),
    sums: sumStore(),
    /** @type {import("./resumed.mjs").Resumed | null} */
    resumed: null,
    left: leftStore(),
    /** no entry is missing so far */
    isWhole: true,
    /** @type {import("./signatures.mjs").Outage} */
    outage: null,
  };
}

/**
 * Judges the next entry of a till and moves on to it.
 * @param {Judge} judge
 * @param {Till} till
 * @param {{ entry: Entry, line: number }} at
 */
export function judgeEntry(judge, till, { entry, line }) {
  const { seq, tillId } = entry;
  /** @param {import("./faults.mjs").FaultCode} code @param {string} [detail] */
  const name = (code, detail) =>
    judge.faults.add(code, { till: tillId, seq, line, detail: detail ?? "" });
  const inOrder = judgeChain(till, entry, name);
  const certificate = certificateFor(judge.trust, tillId, seq);
  if (certificate === undefined) name("CERT_MISSING");
  else {
    judgeSignatures(judge, till, { entry, key: certificate.key, inOrder, line });
    const isFirst = isFirstOf(judge.trust, certificate);
    judgeKey(till, { entry, certificate, isFirst }, name);
  }
  const personal = judgePrivate(entry);
  if (personal.fault !== null) name(personal.fault);
  if (personal.destroyed) till.destroyed += 1;
  judgeBody(till, entry, name);
  till.entries += 1;
  till.hashes.set(seq, entry.hash);
  // An entry out of its place says nothing about what follows it.
  if (!inOrder) return;
  if (!entry.malformed) judgeRunning(till, { seq, body: entry.body, certificate }, name);
  till.sums.set(seq, till.running);
  till.lastSeq = seq;
  till.lastHash = entry.hash;
}

/**
 * Names what a till's end leaves open.
 * @param {FaultList} faults
 * @param {Till} till
 */
export function endTill(faults, till) {
  if (till.outage === null) return;
  const { code, seq, detail } = openOutage(till.outage);
  faults.add(code, { till: till.tillId, seq, detail });
}

/**
 * Judges a head that the centre countersigned.
 * @param {Judge} judge
 * @param {Till} till
 * @param {{ head: import("./entry.mjs").Head, line: number }} at
 */
export function judgeHead(judge, till, { head, line }) {
  const { centreKeyId, tillId, seq, hash, receivedAt, signature } = head;
  const where = { till: tillId, seq, line };
  till.heads += 1;
  const key = judge.trust.centreKeys.get(centreKeyId);
  const text = ["belabeli-head/1", centreKeyId, tillId, seq, hash, receivedAt].join("\n");
  if (key === undefined) judge.faults.add("HEAD_KEY", where);
  else if (!signatureHolds(key, text, signature)) judge.faults.add("HEAD_SIGNATURE", where);
  const own = till.hashes.get(seq);
  if (own === undefined) {
    judge.faults.add("HEAD_BEYOND", { ...where, detail: `jurnal berakhir pada ${till.lastSeq}` });
  } else if (own !== hash) judge.faults.add("HEAD_HASH", where);
  till.countersignedSeq = Math.max(till.countersignedSeq, seq);
}

/**
 * Judges an entry's place and hash; tells whether it comes after all entries before it in the file.
 * @param {Till} till
 * @param {Entry} entry
 * @param {Name} name
 */
function judgeChain(till, entry, name) {
  const { tillId, seq, prevHash, hash, bodyText } = entry;
  const expected = till.lastSeq + 1;
  if (seq > expected) {
    const missing = expected === seq - 1 ? `${expected}` : `${expected}-${seq - 1}`;
    name("SEQ_GAP", `catatan ${missing} tidak ada`);
    loseRunning(till.running);
    loseShifts(till.shifts);
    loseTraining(till.training);
    loseMonths(till.months);
    till.prices = startPrices();
    till.isWhole = false;
  } else if (seq === till.lastSeq) name("SEQ_REPEATED");
  else if (seq < expected) name("SEQ_ORDER", `sesudah catatan ${till.lastSeq}`);
  else if (prevHash !== till.lastHash) name("PREV_HASH");
  const own = sha256Hex(`belabeli/1\n${tillId}\n${seq}\n${prevHash}\n${bodyText}`);
  if (own !== hash) name("HASH");
  return seq >= expected;
}

/**
 * @param {Judge} judge
 * @param {Till} till
 * @param {{ entry: Entry, key: import("node:crypto").KeyObject, inOrder: boolean, line: number }} by
 */
function judgeSignatures(judge, till, { entry, key, inOrder, line }) {
  const judged = judgeSignature(entry, key, inOrder ? till.outage : null);
  if (inOrder) {
    till.outage = judged.outage;
    till.vouched += judged.vouched;
  }
  for (const { code, seq, detail } of judged.faults) {
    judge.faults.add(code, { till: till.tillId, seq, line, detail });
  }
  const receipt = receiptFault(entry, key);
  if (receipt !== null) judge.faults.add(receipt, { till: till.tillId, seq: entry.seq, line });
}

/**
 * Follows the till's key: each certificate after the first begins with a change that both keys signed, and
 * none goes on after one.
 * @param {Till} till
 * @param {{ entry: Entry, certificate: import("./trust.mjs").Certificate, isFirst: boolean }} at
 * @param {Name} name
 */
function judgeKey(till, { entry, certificate, isFirst }, name) {
  const { seq } = entry;
  const changed = till.changedKey?.fromSeq === seq ? till.changedKey.fingerprint : null;
  if (!beginsRightly(certificate, { seq, isFirst, changed })) name("KEY_CERTIFICATE");
  if (goesOnAfterChange(certificate, { seq, changed })) {
    name("KEY_CERTIFICATE", "kunci lama masih berlaku sesudah diganti");
  }
  till.changedKey = null;
  if (entry.malformed || entry.body.kind !== "KEY_CHANGED") return;
  const fingerprint = changedTo(entry, certificate);
  if (fingerprint === null) name("KEY_CHANGE");
  else till.changedKey = { fromSeq: seq + 1, fingerprint };
}

/**
 * Judges what an entry says by itself.
 * @param {Till} till
 * @param {Entry} entry
 * @param {Name} name
 */
function judgeBody(till, entry, name) {
  const { body, kind } = entry;
  if (entry.malformed) {
    name("BODY_MALFORMED");
    return;
  }
  if (entry.at !== body.at || kind !== body.kind) name("ENVELOPE");
  const ownKind = String(body.kind);
  if (!KINDS.has(ownKind)) name("KIND_UNKNOWN", ownKind.slice(0, 40));
  if (ownKind === "SALE") judgeSale(till, entry, name);
  if (STATES_SUMS.has(ownKind)) {
    // Like a sale's: these always state both running sums.
    if (!isAmount(body.turnover)) name("TURNOVER");
    if (!isAmount(body.reversals)) name("REVERSALS");
  }
  if (ownKind === "TRAINING") for (const code of trainingSaleFaults(body)) name(code);
  if (ownKind === "OUTAGE" && !isOutage(body)) name("BODY_MALFORMED", "gangguan");
  if (ownKind === "CLOCK_MOVED" && !isClockMove(body)) name("BODY_MALFORMED", "jam");
  if (ownKind === "PRICE_CHANGED" && !isPriceChange(body)) name("BODY_MALFORMED", "harga");
  if (ownKind === "CARD_BOUND" && !isCardBinding(body)) name("BODY_MALFORMED", "kartu");
  const reverses = ownKind === "RETURN" || ownKind === "VOID";
  if (reverses && !isReversal(body)) name("BODY_MALFORMED", "pengembalian");
}

/**
 * Judges what an entry says against all before it: time, receipt numbers, running sums.
 * @param {Till} till
 * @param {{ seq: number, body: import("./values.mjs").JsonObject, certificate: { outletCode: string, tillCode: string } | undefined }} by
 * @param {Name} name
 */
function judgeRunning(till, { seq, body, certificate }, name) {
  const at = String(body.at);
  const kind = String(body.kind);
  if (at < till.lastAt && body.clock !== "DOUBTFUL" && !CLOCK_KINDS.has(kind)) {
    name("AT_FALLS", `${till.lastAt} ke ${at}`);
  }
  till.lastAt = at;
  if (certificate !== undefined && (kind === "SALE" || kind === "RETURN")) {
    const number = String(body.number).slice(0, 40);
    for (const code of numberFaults(body, certificate, till.running)) name(code, number);
  }
  if (kind === "RESUMED") {
    till.resumed = readResumed(body, { tillId: till.tillId, seq });
    if (till.resumed === null) name("RESUMED");
  }
  // Nothing follows the closing, and it does not leave a drawer uncounted.
  const isClosing = kind === "TILL_CLOSED";
  if (till.isClosed || (isClosing && till.shifts.current !== null)) name("CLOSED");
  till.isClosed ||= isClosing;
  for (const code of sumFaults(kind, body, till.running)) name(code);
  for (const code of priceFaults(kind, body, till.prices)) name(code);
  for (const code of shiftFaults(kind, body, till.shifts)) name(code);
  for (const code of trainingFaults(kind, body, till.training)) name(code);
  for (const code of monthFaults(kind, body, till.months)) name(code);
  if (kind === "SALE" && isAmount(body.total)) till.left.set(seq, body.total);
  if (kind === "VOID" || kind === "RETURN") {
    const { tillId, left, isWhole } = till;
    for (const code of reversalFaults(body, { tillId, seq, left, isWhole })) name(code);
  }
}

/**
 * @param {Till} till
 * @param {Entry} entry
 * @param {Name} name
 */
function judgeSale(till, entry, name) {
  const sale = readSale(entry.body);
  till.sales += 1;
  if (sale === null) {
    name("BODY_MALFORMED", "penjualan");
    return;
  }
  till.sum += BigInt(sale.total);
  for (const code of saleFaults(sale)) name(code);
  // A sale always states both running sums; elsewhere they may be absent.
  if (!isAmount(entry.body.turnover)) name("TURNOVER");
  if (!isAmount(entry.body.reversals)) name("REVERSALS");
}
