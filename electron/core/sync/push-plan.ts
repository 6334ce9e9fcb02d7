import {
  type CountersignedHead,
  MAX_PUSH_BYTES,
  MAX_PUSH_ENTRIES,
  type PushAnswer,
} from "../../../shared/contract/sync.ts";
import type { Outbound } from "./outbox.ts";

/*
 * What to send and what an answer means. Pure: it sees entries and answers, no file and no centre.
 */

/** A place in the chain: seq 0 stands for the genesis hash. */
export type ChainPoint = { readonly seq: number; readonly hash: string };

const FIRST_BATCH = 200;
const SLOW_MS = 3_000;
const QUICK_MS = 1_000;
/** Room for the braces, the chain's start and end, and the till's name. */
const ENVELOPE_BYTES = 512;

export const firstBatchSize = FIRST_BATCH;

/** Twice as many after a quick answer to a full batch, half after a slow one. */
export function nextBatchSize(
  size: number,
  last: { readonly entries: number; readonly tookMs: number },
): number {
  if (last.tookMs > SLOW_MS) return Math.max(1, Math.floor(size / 2));
  const grows = last.tookMs < QUICK_MS && last.entries >= size;
  return grows ? Math.min(MAX_PUSH_ENTRIES, size * 2) : size;
}

/** Half as many after a failure that may be the size's fault; a single entry stays one. */
export function smallerBatchSize(size: number): number {
  return Math.max(1, Math.floor(size / 2));
}

/** The longest run from the front that fits one request; always at least one entry. */
export function fittingBatch(entries: readonly Outbound[], size: number): readonly Outbound[] {
  let bytes = ENVELOPE_BYTES;
  let count = 0;
  for (const entry of entries.slice(0, Math.min(size, MAX_PUSH_ENTRIES))) {
    bytes += Buffer.byteLength(JSON.stringify(entry.push), "utf8") + 1;
    if (count > 0 && bytes > MAX_PUSH_BYTES) break;
    count += 1;
  }
  return entries.slice(0, count);
}

/** What is to be kept of an answer, in one transaction. */
export type PushVerdict =
  | {
      readonly kind: "ACKNOWLEDGED";
      readonly through: ChainPoint;
      readonly head: CountersignedHead;
      readonly exceptions: readonly { seq: number; hash: string; code: string }[];
    }
  /** The centre's head is elsewhere: compare it with our own chain. */
  | { readonly kind: "RECONCILE"; readonly head: ChainPoint }
  | { readonly kind: "STOP"; readonly code: "FORK" | "CORRUPT" }
  /** The answer contradicts itself or names entries we do not have. */
  | { readonly kind: "NONSENSE" };

/** Weighs an answer against our chain; `hashAt` is null where we have no entry. */
export function weighAnswer(
  answer: PushAnswer,
  hashAt: (seq: number) => string | null,
): PushVerdict {
  if (answer.state === "GAP") return { kind: "RECONCILE", head: answer.head };
  if (answer.state !== "ACCEPTED") return { kind: "STOP", code: answer.state };
  const { through, head } = answer;
  if (head.seq !== through.seq || head.hash !== through.hash) return { kind: "NONSENSE" };
  if (hashAt(through.seq) !== through.hash) return { kind: "RECONCILE", head: through };
  const exceptions = answer.exceptions.filter(
    (one) => one.seq <= through.seq && hashAt(one.seq) === one.hash,
  );
  return { kind: "ACKNOWLEDGED", through, head, exceptions };
}

/**
 * What the centre's head means for this till. The centre is right about how far it came: a lost
 * answer moves us on, a centre restored from an older copy takes us back. A head that is not on our
 * chain is a fork: this file was copied, restored or cloned.
 */
export function reconcile(
  head: ChainPoint,
  hashAt: (seq: number) => string | null,
): { readonly kind: "RESUME"; readonly acknowledgedSeq: number } | { readonly kind: "FORK" } {
  return hashAt(head.seq) === head.hash
    ? { kind: "RESUME", acknowledgedSeq: head.seq }
    : { kind: "FORK" };
}
