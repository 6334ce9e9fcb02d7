import { AppError } from "../../../shared/contract/errors.ts";
import type { HelloRequest, KeyChange } from "../../../shared/contract/sync.ts";
import { entryHash, helloText } from "../../../shared/domain/journal.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { sha256Hex } from "../keys/digest.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { hashesBetween } from "../stores/entry.ts";
import { lockHead } from "../stores/head.ts";
import { type ChainKey, heldKeysOf, holdKey } from "../stores/held-key.ts";
import { certificatesOf, type TillRecord } from "../stores/till.ts";
import { certifyChanges, type Linked } from "./key-change.ts";
import { parseBody } from "./parse-body.ts";

/** Whether a hello is signed by a key. */
export async function isSignedBy(
  request: HelloRequest,
  publicKey: string | null | undefined,
): Promise<boolean> {
  const key = publicKeyOf(publicKey ?? "");
  return key !== null && verifySignature(key, helloText(request), request.signature);
}

/**
 * Learns the key of a till that changed it since the centre heard of it, or whose changes the centre
 * lost with an older copy: each is told with its entry, which the key before it signed. The key opens
 * sessions from then on; it is certified when the entry itself comes, and its till is in service.
 * Fails with: KEY_REPLACED for a key this till had before, FORK where the centre holds another entry
 * in the place of a change, REQUEST_SIGNATURE.
 */
export async function learnKey(
  deps: CentreDeps,
  till: TillRecord,
  request: HelloRequest,
): Promise<void> {
  const { regencyId, tillId } = till;
  const certificates = await certificatesOf(deps.database, regencyId, tillId);
  const held = await heldKeysOf(deps.database, till);
  await refuseOlder(request, [...certificates, ...held]);
  if (request.keyChanges === undefined) throw new AppError("REQUEST_SIGNATURE");
  const entries = linksOf(tillId, request.keyChanges);
  await deps.database.transaction(async (tx) => {
    const issued = await certifyChanges(deps, tx, { certificates, held, entries });
    if (!(await isSignedBy(request, issued.at(-1)?.publicKey))) {
      throw new AppError("REQUEST_SIGNATURE");
    }
    await requirePlaces(tx, till, entries);
    for (const key of issued) await holdKey(tx, till, key);
  });
}

/** The key that this till signs with was replaced in a chain that goes on elsewhere. */
async function refuseOlder(request: HelloRequest, chainKeys: readonly ChainKey[]): Promise<void> {
  for (const [index, next] of chainKeys.slice(1).entries()) {
    if (await isSignedBy(request, chainKeys[index]?.publicKey)) {
      throw new AppError("KEY_REPLACED", { details: { seq: next.fromSeq } });
    }
  }
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
