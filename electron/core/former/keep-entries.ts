import { z } from "zod";
import type { FormerEntry } from "../../../shared/contract/former-till.ts";
import { ReturnBody, SaleBody, VoidBody } from "../../../shared/contract/journal-bodies.ts";
import { ResumedBody } from "../../../shared/contract/till-bodies.ts";
import { transact, type WriteDb } from "../db/database.ts";
import {
  beginFormer,
  type FormerTillRow,
  insertFormerEntry,
  insertFormerReversal,
  insertFormerSale,
  moveFormer,
  refuseFormer,
} from "../db/stores/former-till.ts";
import type { SyncContext } from "../sync/sync-context.ts";
import { checkEntries, type FormerChain, type Next } from "./check-entries.ts";

/** A sale may have to wait for one transaction of this many entries. */
const ENTRIES_A_TRANSACTION = 50;
/** Left free between two transactions, so that a waiting sale gets its turn. */
const GAP_MS = 5;

const Kept = z.discriminatedUnion("kind", [SaleBody, VoidBody, ReturnBody, ResumedBody]);

/**
 * Checks entries that come down a former till's chain and keeps its sales and what was taken back of
 * them. How far it came is kept with them, so that a till which is ended goes on from there. False:
 * they do not hold, nothing of theirs is kept, and no more is taken from there.
 */
export async function keepEntries(
  { db, pause }: Pick<SyncContext, "db" | "pause">,
  row: Pick<FormerTillRow, "tillId" | "source">,
  {
    chain,
    next,
    entries,
  }: {
    readonly chain: FormerChain;
    readonly next: Next;
    readonly entries: readonly FormerEntry[];
  },
): Promise<boolean> {
  let from = next;
  for (let at = 0; at < entries.length; at += ENTRIES_A_TRANSACTION) {
    const some = entries.slice(at, at + ENTRIES_A_TRANSACTION);
    const checked = checkEntries(chain, from, some);
    if (!checked.ok) {
      transact(db, (write) => refuseFormer(write, row, checked.fault));
      return false;
    }
    from = checked.next;
    transact(db, (write) => {
      for (const entry of some) keep(write, row.tillId, entry);
      moveFormer(write, row, checked.next);
    });
    await pause(GAP_MS);
  }
  return true;
}

/** An entry that cannot be read as this version reads it is chained all the same, but not shown. */
function keep(db: WriteDb, tillId: string, entry: FormerEntry): void {
  const read = Kept.safeParse(looseJson(entry.body));
  if (!read.success) return;
  const body = read.data;
  if (body.kind === "RESUMED") return beginPredecessor(db, body);
  insertFormerEntry(db, { tillId, entry }, body.kind);
  if (body.kind === "SALE") insertFormerSale(db, { tillId, entry }, body);
  else insertFormerReversal(db, { tillId, entry }, body);
}

/** The till that a RESUMED goes on from is a former till too. */
export function beginPredecessor(
  db: WriteDb,
  body: Pick<ResumedBody, "oldTillId" | "oldSeq" | "oldHash">,
): void {
  const { oldTillId: tillId, oldSeq: nextSeq, oldHash: nextHash } = body;
  const vouchedFrom = null;
  beginFormer(db, { tillId, source: "FILE", nextSeq, nextHash, vouchedFrom });
  beginFormer(db, { tillId, source: "CENTRE", nextSeq: null, nextHash: null, vouchedFrom });
}

function looseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
