import { AppError } from "../../../shared/contract/errors.ts";
import type {
  Certificate,
  CountersignedHead,
  PushAnswer,
  PushRequest,
} from "../../../shared/contract/sync.ts";
import { genesisHash, headText } from "../../../shared/domain/journal.ts";
import { instantText } from "../../../shared/domain/period.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { sha256Hex } from "../keys/digest.ts";
import type { SigningKey } from "../keys/ed25519.ts";
import { exceptionsBetween, hashesBetween } from "../stores/entry.ts";
import {
  type Head,
  headOf,
  moveHead,
  newestCountersigned,
  saveCountersigned,
} from "../stores/head.ts";
import { type ChainKey, heldKeysOf } from "../stores/held-key.ts";
import {
  certificatesOf,
  isInService,
  noteHeard,
  raiseAlarm,
  type TillRecord,
} from "../stores/till.ts";
import { lockTill } from "../tills/lock-till.ts";
import { type Arrival, arrivalsOf, type ReadArrival } from "./arrival.ts";
import { certifyChanges } from "./key-change.ts";
import {
  areSameChecks,
  hopedChecks,
  readAndCheck,
  type SignatureChecks,
  signatureChecks,
} from "./signatures.ts";
import { storeBatch } from "./store-batch.ts";

type Stop = Extract<PushAnswer, { state: "GAP" | "FORK" | "CORRUPT" }>;

/**
 * Takes a contiguous batch of a till's entries in one transaction: duplicates are known by their
 * hash, the rest is stored whatever its content is worth, and the head moves and is countersigned.
 * GAP, FORK and CORRUPT leave everything as it was; the last two raise the till's alarm.
 */
export async function acceptPush(
  deps: CentreDeps,
  till: TillRecord,
  request: PushRequest,
): Promise<PushAnswer> {
  const { database, clock } = deps;
  const arrivals = arrivalsOf(request);
  const last = arrivals.at(-1);
  if (last === undefined || !isContiguous(arrivals)) throw new AppError("BAD_INPUT");
  if (last.hash !== request.lastHash) {
    deps.log.warn({ tillId: till.tillId, seq: last.seq, state: "CORRUPT" }, "push");
    await raiseAlarm(database, till, { kind: "CORRUPT", seq: last.seq, nowMs: clock.wallMs() });
    return { state: "CORRUPT", seq: last.seq };
  }
  const answer = await takeBatch(deps, await readNew(deps, till, arrivals));
  const facts = { tillId: till.tillId, entries: arrivals.length, state: answer.state };
  const isSound = answer.state === "ACCEPTED" || answer.state === "GAP";
  deps.log[isSound ? "info" : "warn"](facts, "push");
  if (answer.state === "FORK") {
    await raiseAlarm(database, till, { kind: "FORK", seq: answer.seq, nowMs: clock.wallMs() });
  }
  return answer;
}

function isContiguous(arrivals: readonly Arrival[]): boolean {
  const first = arrivals[0]?.seq ?? 0;
  return arrivals.every(({ seq }, index) => seq === first + index);
}

/** A batch whose signatures are being checked by other threads. */
type Batch = {
  readonly till: TillRecord;
  readonly arrivals: readonly Arrival[];
  /** those that the centre has not yet, read */
  readonly entries: readonly ReadArrival[];
  readonly checking: Promise<SignatureChecks>;
  /** the till's, with those that it changes to among these entries */
  readonly chainKeys: readonly ChainKey[];
  /** for the latter */
  readonly issued: readonly Certificate[];
};

async function readNew(
  deps: CentreDeps,
  till: TillRecord,
  arrivals: readonly Arrival[],
): Promise<Batch> {
  const { database } = deps;
  const { seq: headSeq } = await headOf(database, till);
  const fresh = arrivals.filter(({ seq }) => seq > headSeq);
  const certificates = await certificatesOf(database, till.regencyId, till.tillId);
  // A till in service has a certificate for each key that an entry of it changed to.
  const held = isInService(till) ? [] : await heldKeysUpTo(database, till, headSeq + 1);
  const known = [...certificates, ...held];
  const { entries, checking: checkingByKnown } = readAndCheck(till.tillId, known, fresh);
  const issued = await certifyChanges(deps, database, { certificates, held, entries });
  const chainKeys = [...known, ...issued];
  const checking =
    issued.length === 0 ? checkingByKnown : signatureChecks(till.tillId, chainKeys, entries);
  return { till, arrivals, entries, checking, chainKeys, issued };
}

/** Keys in force at `seq` that nobody certified; those that entries after it hand on to are judged by these. */
async function heldKeysUpTo(
  db: Database,
  till: TillRecord,
  seq: number,
): Promise<readonly ChainKey[]> {
  return (await heldKeysOf(db, till)).filter(({ fromSeq }) => fromSeq <= seq);
}

/** Some signature does not hold: what was stored in the hope that all do is taken back. */
class SignatureFails extends Error {}

/**
 * Checking signatures costs as much as everything else, so the batch is stored beside it in the hope
 * that they hold. Nothing is committed, and no lock that other tills need is taken, before that is
 * certain (but of a card that it binds); otherwise the batch is stored a second time by what is known then.
 */
async function takeBatch(deps: CentreDeps, batch: Batch): Promise<PushAnswer> {
  const hoped = hopedChecks(batch.entries);
  const certain = batch.checking.then((checks) => {
    if (!areSameChecks(checks, hoped)) throw new SignatureFails();
  });
  certain.catch(() => undefined);
  const take = (checks: SignatureChecks, isCertain: Promise<void>) =>
    deps.database.transaction((tx) => takeBy(deps, tx, { ...batch, checks, certain: isCertain }));
  try {
    return await take(hoped, certain);
  } catch (error) {
    if (!(error instanceof SignatureFails)) throw error;
    return take(await batch.checking, Promise.resolve());
  }
}

type CheckedBatch = Batch & {
  readonly checks: SignatureChecks;
  /** rejects when the checks are not so after all */
  readonly certain: Promise<void>;
};

async function takeBy(deps: CentreDeps, tx: Transaction, batch: CheckedBatch): Promise<PushAnswer> {
  const { entries, checks, certain, chainKeys, issued } = batch;
  const { till, head } = await lockTill(tx, batch.till);
  const stop = await compare(tx, batch, head);
  if (stop !== null) return stop;
  const receivedAtMs = deps.clock.wallMs();
  await noteHeard(tx, till, { nowMs: receivedAtMs, spoke: null });
  const fresh = entries.filter(({ seq }) => seq > head.seq);
  if (fresh.length === 0) return accepted(tx, batch, head);
  const stored = { till, head, fresh, checks, certain, chainKeys, issued, receivedAtMs };
  const newHead = await storeBatch(tx, stored);
  const { tillId } = till;
  const { seq, hash } = newHead;
  const receivedAt = instantText(receivedAtMs);
  const signed = countersign(deps.keys.centre, { tillId, seq, hash, receivedAt });
  await saveCountersigned(tx, till.regencyId, signed);
  await moveHead(tx, till, newHead);
  return accepted(tx, batch, newHead);
}

/** Holds a batch against what the centre has: null when it may be taken. */
async function compare(
  tx: Transaction,
  { till, arrivals }: Batch,
  head: Head,
): Promise<Stop | null> {
  const first = arrivals[0];
  if (first === undefined) throw new AppError("BAD_INPUT");
  if (first.seq > head.seq + 1) {
    return { state: "GAP", expected: head.seq + 1, head: { seq: head.seq, hash: head.hash } };
  }
  const range = { from: first.seq - 1, to: Math.min(head.seq, arrivals.at(-1)?.seq ?? 0) };
  const held = await hashesBetween(tx, till, range);
  held.set(0, genesisHash(sha256Hex, till.tillId));
  const before = held.get(first.seq - 1);
  if (before !== first.prevHash) return forkAt(first.seq - 1, before);
  const other = arrivals.find(({ seq, hash }) => seq <= head.seq && held.get(seq) !== hash);
  return other === undefined ? null : forkAt(other.seq, held.get(other.seq));
}

function forkAt(seq: number, hash: string | undefined): Stop {
  if (hash === undefined) throw new Error("the journal has a hole");
  return { state: "FORK", seq, hash };
}

function countersign(
  key: SigningKey,
  accepted: Omit<CountersignedHead, "centreKeyId" | "signature">,
): CountersignedHead {
  const head = { centreKeyId: key.keyId, ...accepted };
  return { ...head, signature: key.signText(headText(head)) };
}

async function accepted(
  tx: Transaction,
  { till, arrivals }: Batch,
  { seq, hash }: Head,
): Promise<PushAnswer> {
  const head = await newestCountersigned(tx, till);
  if (head === null) throw new Error("a head that was never countersigned");
  const range = { from: arrivals[0]?.seq ?? seq, to: seq };
  const exceptions = await exceptionsBetween(tx, till, range);
  return { state: "ACCEPTED", through: { seq, hash }, exceptions, head };
}
