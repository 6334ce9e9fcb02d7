import type { PushEntry, PushRequest } from "../../../shared/contract/sync.ts";
import { genesisHash } from "../../../shared/domain/journal.ts";
import type { ReadDb } from "../db/database.ts";
import { entriesAfter, entryBySeq, type JournalRow, unsignedFrom } from "../db/stores/journal.ts";
import { syncState } from "../db/stores/sync-state.ts";
import { sha256Hex } from "../keys/ed25519.ts";
import { openSealed } from "../keys/sealing.ts";
import { fittingBatch } from "./push-plan.ts";

/** An entry as it goes out, with its place in the chain. */
export type Outbound = {
  readonly prevHash: string;
  readonly hash: string;
  readonly push: PushEntry;
};

/**
 * The entries that come after `afterSeq`, at most `size`. What was written while the signing key was
 * away waits until an entry vouches for it.
 */
export function nextBatch(
  db: ReadDb,
  dataKey: Uint8Array,
  { afterSeq, size }: { readonly afterSeq: number; readonly size: number },
): readonly Outbound[] {
  const waitsFrom = unsignedFrom(db) ?? Number.POSITIVE_INFINITY;
  const rows = entriesAfter(db, afterSeq, size).filter((row) => row.seq < waitsFrom);
  return fittingBatch(
    rows.map((row) => outbound(row, dataKey)),
    size,
  );
}

/** Whether anything could be sent now. */
export function hasOutbound(db: ReadDb): boolean {
  const next = entriesAfter(db, syncState(db).acknowledgedSeq, 1)[0];
  const waitsFrom = unsignedFrom(db);
  return next !== undefined && (waitsFrom === null || next.seq < waitsFrom);
}

export function pushRequest(tillId: string, batch: readonly Outbound[]): PushRequest {
  const first = batch[0];
  const last = batch[batch.length - 1];
  if (first === undefined || last === undefined) throw new RangeError("an empty batch");
  const entries = batch.map((entry) => entry.push);
  return { tillId, prevHash: first.prevHash, lastHash: last.hash, entries };
}

/** Our hash at a place in the chain, seq 0 included; null where the file has no entry. */
export function chainHash(db: ReadDb, tillId: string, seq: number): string | null {
  return seq === 0 ? genesisHash(sha256Hex, tillId) : (entryBySeq(db, seq)?.hash ?? null);
}

function outbound(row: JournalRow, dataKey: Uint8Array): Outbound {
  const { seq, body, signature, receiptSignature, privateSealed } = row;
  const push: PushEntry = {
    seq,
    body,
    signature,
    ...(receiptSignature === null ? {} : { receiptSignature }),
    ...(privateSealed === null ? {} : { private: openSealed(dataKey, privateSealed) }),
  };
  return { prevHash: row.prevHash, hash: row.hash, push };
}
