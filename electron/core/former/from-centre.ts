import { FormerAnswer } from "../../../shared/contract/former-till.ts";
import { transact } from "../db/database.ts";
import { entryBySeq } from "../db/stores/journal.ts";
import {
  type FormerTillRow,
  formerTills,
  moveFormer,
  refuseFormer,
} from "../db/stores/former-till.ts";
import { type Session, signedCall } from "../sync/session.ts";
import type { SyncContext } from "../sync/sync-context.ts";
import { trustsCertificate, trustsHead } from "../sync/trust.ts";
import type { Next } from "./check-entries.ts";
import { openOldFile } from "./from-file.ts";
import { keepEntries } from "./keep-entries.ts";

/** A page is checked in a few tens of milliseconds, in the sync thread. */
const PAGE = 200;

/**
 * Takes the next page of the journals of the tills this one goes on from; true while there is more.
 * The newest comes first, under the head that the centre countersigned. Fails with what a call fails with.
 */
export async function pageFromCentre(context: SyncContext, session: Session): Promise<boolean> {
  const row = formerTills(context.db).find(isWanted);
  if (row === undefined) return false;
  const { tillId } = context.identity.certificate;
  const before = row.nextSeq === null ? null : row.nextSeq + 1;
  const answer = await signedCall(context, session, {
    procedure: "till.former",
    input: { tillId, formerTillId: row.tillId, before, limit: PAGE },
    answer: FormerAnswer,
  });
  await keepPage(context, row, answer);
  return formerTills(context.db).some(isWanted);
}

function isWanted({ source, nextSeq, faultCode }: FormerTillRow): boolean {
  return source === "CENTRE" && nextSeq !== 0 && faultCode === null;
}

async function keepPage(
  context: SyncContext,
  row: FormerTillRow,
  { head, certificates, entries }: FormerAnswer,
): Promise<void> {
  const { db, identity } = context;
  const { tillId } = row;
  const next = startOf(context, row, head);
  if (next === null) return;
  // What is promised and does not come is a gap, or it would be asked for for ever.
  if (next.seq > 0 && entries.length === 0) {
    const fault = { code: "GAP", seq: next.seq };
    return transact(db, (write) => refuseFormer(write, row, fault));
  }
  const trusted = certificates
    .filter((one) => one.tillId === tillId && trustsCertificate(identity.rootPublicKey, one))
    .sort((a, b) => a.fromSeq - b.fromSeq);
  const chain = { tillId, keys: trusted };
  if (await keepEntries(context, row, { chain, next, entries })) endWhereFileGoesOn(context, row);
}

/** Where the page begins: where the last ended, else at the head that the centre countersigned. */
function startOf(
  { db, centreKeys }: SyncContext,
  row: FormerTillRow,
  head: FormerAnswer["head"],
): Next | null {
  const { tillId, nextSeq, nextHash, vouchedFrom } = row;
  if (nextSeq !== null && nextHash !== null) return { seq: nextSeq, hash: nextHash, vouchedFrom };
  if (head === null) {
    transact(db, (write) => moveFormer(write, row, { seq: 0, hash: "", vouchedFrom: null }));
    return null;
  }
  if (trustsHead(centreKeys(), tillId, head)) return { ...head, vouchedFrom: null };
  transact(db, (write) => refuseFormer(write, row, { code: "HEAD", seq: head.seq }));
  return null;
}

/** Once the centre's chain has come down to what the old file had, the rest is here already. */
function endWhereFileGoesOn({ db }: SyncContext, { tillId, source }: FormerTillRow): void {
  const rows = formerTills(db).filter((row) => row.tillId === tillId && row.faultCode === null);
  const isFileHere = rows.some((row) => row.source === "FILE" && row.nextSeq === 0);
  const next = rows.find((row) => row.source === source)?.nextSeq ?? 0;
  const nextHash = rows.find((row) => row.source === source)?.nextHash;
  if (!isFileHere || next === 0) return;
  const old = openOldFile(db, tillId);
  if (old === null) return;
  const isSame = entryBySeq(old, next)?.hash === nextHash;
  old.close();
  if (!isSame) return;
  transact(db, (write) =>
    moveFormer(write, { tillId, source }, { seq: 0, hash: "", vouchedFrom: null }),
  );
}
