import { AppError } from "../../../shared/contract/errors.ts";
import type { Certificate, HelloRequest, KeyChange } from "../../../shared/contract/sync.ts";
import { entryHash, helloText } from "../../../shared/domain/journal.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { sha256Hex } from "../keys/digest.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { hashesBetween } from "../stores/entry.ts";
import { lockHead } from "../stores/head.ts";
import { saveCertificate, type TillRecord } from "../stores/till.ts";
import { certifyChanges, type Linked } from "./key-change.ts";
import { parseBody } from "./parse-body.ts";

type Heard = {
  readonly till: TillRecord;
  readonly request: HelloRequest;
  readonly certificates: readonly Certificate[];
};

/** Whether a hello is signed by the key of a certificate. */
export async function isSignedBy(
  request: HelloRequest,
  certificate: Certificate | undefined,
): Promise<boolean> {
  const key = publicKeyOf(certificate?.publicKey ?? "");
  return key !== null && verifySignature(key, helloText(request), request.signature);
}

/**
 * Learns the key of a till that changed it since the centre heard of it, or whose changes the centre
 * lost with an older copy: each is told with its entry, which the key before it signed.
 * Fails with: KEY_REPLACED for a key this till had before, TILL_REVOKED, FORK where the centre holds
 * another entry in the place of a change, REQUEST_SIGNATURE.
 */
export async function learnKey(deps: CentreDeps, heard: Heard): Promise<void> {
  const { till, request, certificates } = heard;
  for (const older of certificates.slice(0, -1)) {
    if (await isSignedBy(request, older)) throw new AppError("KEY_REPLACED");
  }
  if (request.keyChanges === undefined) throw new AppError("REQUEST_SIGNATURE");
  const changes = linksOf(till.tillId, request.keyChanges);
  await deps.database.transaction(async (tx) => {
    const issued = await certifyChanges(deps, tx, { certificates, entries: changes });
    if (!(await isSignedBy(request, issued.at(-1)))) throw new AppError("REQUEST_SIGNATURE");
    if (till.state === "REVOKED") throw new AppError("TILL_REVOKED");
    await requirePlaces(tx, till, changes);
    for (const certificate of issued) await saveCertificate(tx, certificate);
  });
}

function linksOf(tillId: string, changes: readonly KeyChange[]): Linked[] {
  return changes.map(({ seq, prevHash, body, signature }) => {
    const hash = entryHash(sha256Hex, { tillId, seq, prevHash, body });
    return { seq, prevHash, hash, signature, parsed: parseBody(body) };
  });
}

/** As far as the centre has the chain, the changes must be those in it. */
async function requirePlaces(
  tx: Transaction,
  till: TillRecord,
  changes: readonly Linked[],
): Promise<void> {
  const head = await lockHead(tx, till);
  for (const { seq, hash, prevHash } of changes) {
    const held = await hashesBetween(tx, till, { from: seq - 1, to: seq });
    const isOther = seq <= head.seq && held.get(seq) !== hash;
    const isElsewhere = seq > 1 && seq - 1 <= head.seq && held.get(seq - 1) !== prevHash;
    if (isOther || isElsewhere) throw new AppError("FORK", { details: { seq } });
  }
}
