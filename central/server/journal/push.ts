import { AppError } from "../../../shared/contract/errors.ts";
import type { CountersignedHead, PushAnswer, PushRequest } from "../../../shared/contract/sync.ts";
import { genesisHash, headText } from "../../../shared/domain/journal.ts";
import { instantText } from "../../../shared/domain/period.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { sha256Hex } from "../keys/digest.ts";
import type { SigningKey } from "../keys/ed25519.ts";
import { exceptionsBetween, hashesBetween } from "../stores/entry.ts";
import {
  type Head,
  headOf,
  lockHead,
  moveHead,
  newestCountersigned,
  saveCountersigned,
} from "../stores/head.ts";
import { certificatesOf, noteHeard, raiseAlarm, type TillRecord } from "../stores/till.ts";
import { type Arrival, arrivalsOf, type ReadArrival, readArrival } from "./arrival.ts";
import { checkSignatures, type SignatureCheck } from "./signatures.ts";
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
  // Signatures cost most and need no lock: the head can only move forward until it is taken.
  const read = await readNew(deps, till, arrivals);
  const answer = await database.transaction((tx) =>
    takeBatch(deps, tx, { till, arrivals, ...read }),
  );
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

type ReadEntries = {
  readonly entries: readonly ReadArrival[];
  readonly checks: ReadonlyMap<number, SignatureCheck>;
};

async function readNew(
  { database }: CentreDeps,
  till: TillRecord,
  arrivals: readonly Arrival[],
): Promise<ReadEntries> {
  const { seq: headSeq } = await headOf(database, till);
  const entries = arrivals.filter(({ seq }) => seq > headSeq).map(readArrival);
  const certificates = await certificatesOf(database, till.regencyId, till.tillId);
  const checks = await checkSignatures(till.tillId, certificates, entries);
  const bySeq = entries.map(({ seq }, index) => [seq, checks[index] ?? NOT_CHECKED] as const);
  return { entries, checks: new Map(bySeq) };
}

const NOT_CHECKED: SignatureCheck = { signature: "INVALID", receipt: "INVALID" };

type Batch = ReadEntries & {
  readonly till: TillRecord;
  readonly arrivals: readonly Arrival[];
};

async function takeBatch(deps: CentreDeps, tx: Transaction, batch: Batch): Promise<PushAnswer> {
  const { till, entries, checks } = batch;
  const head = await lockHead(tx, till);
  const stop = await compare(tx, batch, head);
  if (stop !== null) return stop;
  const receivedAtMs = deps.clock.wallMs();
  await noteHeard(tx, till, { nowMs: receivedAtMs, spoke: null });
  const fresh = entries.filter(({ seq }) => seq > head.seq);
  if (fresh.length === 0) return accepted(tx, batch, head);
  const newHead = await storeBatch(tx, { till, head, fresh, checks, receivedAtMs });
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
