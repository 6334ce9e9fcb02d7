import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { KeyChangedBody } from "../../../shared/contract/till-bodies.ts";
import { entryHash, hashBytes } from "../../../shared/domain/journal.ts";
import { type ReadDb, transact } from "../db/database.ts";
import { entriesDownFrom, unsignedFrom } from "../db/stores/journal.ts";
import { type FormerTillRow, refuseFormer } from "../db/stores/former-till.ts";
import { keyChanges } from "../db/stores/key-change.ts";
import { certificates } from "../db/stores/till.ts";
import { sha256Hex, verifyEd25519 } from "../keys/ed25519.ts";
import { tiesKeys } from "../keys/tied-keys.ts";
import { oldChainPath } from "../resume/old-chain.ts";
import type { SyncContext } from "../sync/sync-context.ts";
import { trustsCertificate } from "../sync/trust.ts";
import type { ChainKey } from "./check-entries.ts";
import { keepEntries } from "./keep-entries.ts";

const PAGE = 500;

/** Opens the file of a chain this device had, to read only; null: it lies elsewhere. */
export function openOldFile(db: ReadDb, tillId: string): ReadDb | null {
  const path = oldChainPath(db.name, tillId);
  return existsSync(path) ? (new Sqlite(path, { readonly: true }) as ReadDb) : null;
}

/**
 * Keeps the next page of a former till's journal from its file, down from where this till's RESUMED
 * names its end.
 */
export async function pageFromFile(
  context: Pick<SyncContext, "db" | "identity" | "pause">,
  row: FormerTillRow,
  old: ReadDb,
): Promise<void> {
  const { tillId, nextSeq, nextHash } = row;
  if (nextSeq === null || nextHash === null) return;
  const { rootPublicKey } = context.identity;
  const trusted = certificates(old).filter(
    (one) => one.tillId === tillId && trustsCertificate(rootPublicKey, one),
  );
  const entries = entriesDownFrom(old, nextSeq, PAGE);
  if (entries.length === 0) {
    transact(context.db, (write) => refuseFormer(write, row, { code: "GAP", seq: nextSeq }));
    return;
  }
  const vouchedFrom = row.vouchedFrom ?? unsignedFrom(old);
  const next = { seq: nextSeq, hash: nextHash, vouchedFrom };
  await keepEntries(context, row, {
    chain: { tillId, keys: withChanges(old, tillId, trusted) },
    next,
    entries,
  });
}

/** A file holds the certificates of its till's enrolment; what its key was changed to, its entries say. */
function withChanges(old: ReadDb, tillId: string, certified: readonly ChainKey[]): ChainKey[] {
  const keys = [...certified];
  for (const { seq, prevHash, body, signature } of keyChanges(old, -1)) {
    const before = keys.findLast(({ fromSeq }) => fromSeq <= seq)?.publicKey;
    const change = KeyChangedBody.safeParse(JSON.parse(body));
    if (before === undefined || !change.success) break;
    const hash = entryHash(sha256Hex, { tillId, seq, prevHash, body });
    const isSigned = verifyEd25519(before, hashBytes(hash), Buffer.from(signature, "base64url"));
    if (!isSigned || !tiesKeys(before, { tillId, seq, prevHash }, change.data)) break;
    keys.push({ fromSeq: seq + 1, publicKey: change.data.newPublicKey });
  }
  return keys;
}
