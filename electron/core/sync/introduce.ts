import { existsSync } from "node:fs";
import type { KeyObject } from "node:crypto";
import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";
import {
  type Certificate,
  PROTOCOL,
  ResumeAnswer,
  type ResumeRequest,
} from "../../../shared/contract/sync.ts";
import { type ReadDb, transact } from "../db/database.ts";
import { connectDatabase } from "../db/open.ts";
import { upsertCentreKey } from "../db/stores/centre-key.ts";
import { entryBySeq } from "../db/stores/journal.ts";
import { currentCertificate, keepCertified } from "../db/stores/till.ts";
import { oldChainPath, oldChains } from "../resume/old-chain.ts";
import { isProvisional } from "../resume/provisional.ts";
import { hasOutbound } from "./outbox.ts";
import { namesOlderCentre } from "./protocol.ts";
import { pushBatch, type ReadyBatch } from "./push.ts";
import { openSession } from "./session.ts";
import type { SyncContext } from "./sync-context.ts";
import { trustsCentreKey, trustsCertificate } from "./trust.ts";

const BATCH = 500;

/** The old chain as the centre holds it stands against what this device has of it: that is told elsewhere. */
const NO_WAY_ON: readonly ErrorCode[] = [
  "FORK",
  "CORRUPT",
  "KEY_REPLACED",
  "TILL_REVOKED",
  "TILL_UNKNOWN",
];

/**
 * Has a till that went on from another without the centre certified: what the old chain still holds is
 * sent under the old key, then the old key's word for the new one is told. Does nothing for any other.
 * Fails with: CENTRE_KEY (not issued by our root for this key), CENTRE_TOO_OLD, and what a call fails with.
 */
export async function introduce(context: SyncContext): Promise<void> {
  const { db, identity } = context;
  const { rootPublicKey, formerSigningKey = null } = identity;
  const certificate = currentCertificate(db);
  if (certificate === null || !isProvisional({ certificate, rootPublicKey })) return;
  if (formerSigningKey !== null) await sendOldChain(context, formerSigningKey);
  context.step("old chain sent");
  const answer = await askForCertificate(context, certificate);
  context.step("certificate issued");
  transact(db, (write) => {
    keepCertified(write, answer);
    for (const key of answer.centreKeys) {
      if (trustsCentreKey(rootPublicKey, key)) upsertCentreKey(write, key);
    }
  });
  context.emit({ type: "certified" });
}

async function sendOldChain(context: SyncContext, signingKey: KeyObject): Promise<void> {
  const old = openLastChain(context.db);
  if (old === null) return;
  try {
    const certificate = currentCertificate(old);
    if (certificate === null || !hasOutbound(old)) return;
    const identity = { ...context.identity, certificate, signingKey };
    await pushWhole({ ...context, db: old, identity });
  } catch (error) {
    if (!(error instanceof AppError) || !NO_WAY_ON.includes(error.code)) throw error;
  } finally {
    old.close();
  }
}

function openLastChain(db: ReadDb): ReadDb | null {
  const last = oldChains(db).at(-1);
  const path = last === undefined ? null : oldChainPath(db.name, last.tillId);
  return path !== null && existsSync(path) ? connectDatabase(path) : null;
}

async function pushWhole(context: SyncContext): Promise<void> {
  const session = await openSession(context);
  let ahead: ReadyBatch | null = null;
  while (hasOutbound(context.db)) {
    ({ ahead } = await pushBatch(context, session, { size: BATCH, ahead }));
  }
}

async function askForCertificate(
  { db, client, identity }: SyncContext,
  certificate: Certificate,
): Promise<ResumeAnswer> {
  const first = entryBySeq(db, 1);
  if (first === null) throw new AppError("INTERNAL");
  const { body, signature } = first;
  const input: ResumeRequest = { protocol: PROTOCOL, certificate, resumed: { body, signature } };
  const call = { procedure: "till.resume", input, answer: ResumeAnswer };
  const answer = await client.call(call).catch((error: unknown) => {
    const isMissing = error instanceof AppError && error.code === "NOT_FOUND";
    throw isMissing ? new AppError("CENTRE_TOO_OLD", { cause: error }) : namesOlderCentre(error);
  });
  const isOurs =
    answer.certificate.tillId === certificate.tillId &&
    answer.certificate.publicKey === certificate.publicKey &&
    trustsCertificate(identity.rootPublicKey, answer.certificate);
  if (!isOurs) throw new AppError("CENTRE_KEY", { retryable: true });
  return answer;
}
