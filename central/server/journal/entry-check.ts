import type { EntryCheck } from "../../../shared/contract/centre-api.ts";
import type { Certificate } from "../../../shared/contract/sync.ts";
import {
  certificateText,
  entryHash,
  genesisHash,
  headText,
  keyIdOf,
} from "../../../shared/domain/journal.ts";
import type { Queryable } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { sha256Hex } from "../keys/digest.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { allCentreKeys } from "../stores/centre-key.ts";
import { unsignedBetween } from "../stores/entry.ts";
import { entriesAfter, entryAt, type StoredEntry } from "../stores/entry-view.ts";
import { countersignedFrom } from "../stores/head.ts";
import { certificateAt, certificatesOf } from "../stores/till.ts";
import { parseBody } from "./parse-body.ts";
import { checkSignatures } from "./signatures.ts";

type TillKey = { readonly regencyId: string; readonly tillId: string };
const CHAIN_PAGE = 500;

/** Recomputes everything that can be said of a stored entry, from the stored bytes and keys alone. */
export async function checkEntry(
  { database: db, keys }: CentreDeps,
  till: TillKey,
  entry: StoredEntry,
): Promise<{ check: EntryCheck; keyId: string }> {
  const { tillId, seq, prevHash, body } = entry;
  const certificates = await certificatesOf(db, till.regencyId, tillId);
  const certificate = certificateAt(certificates, seq);
  const parsed = parseBody(body);
  const [signatures] = await checkSignatures(tillId, certificates, [{ ...entry, parsed }]);
  const signature = signatures?.signature ?? "MISSING";
  const isVouched =
    signature === "MISSING" && (await isVouchedFor(db, certificates, { ...till, seq }));
  const privateHash = parsed.state === "READ" ? (parsed.common.privateHash ?? null) : null;
  return {
    keyId: certificate?.keyId ?? "",
    check: {
      hash: entryHash(sha256Hex, { tillId, seq, prevHash, body }) === entry.hash,
      chain: (await previousHash(db, till, seq)) === prevHash,
      signature: isVouched ? "VOUCHED" : signature,
      receiptSignature: signatures?.receipt ?? "MISSING",
      certificate: await isCertified(certificate, keys.root.publicKey),
      private: privateWorth(entry, privateHash),
      countersigned: await isCountersigned(db, till, entry),
    },
  };
}

async function previousHash(db: Queryable, till: TillKey, seq: number): Promise<string | null> {
  if (seq === 1) return genesisHash(sha256Hex, till.tillId);
  const previous = await entryAt(db, till, seq - 1);
  if (previous === null) return null;
  const { prevHash, body } = previous;
  return entryHash(sha256Hex, { tillId: till.tillId, seq: seq - 1, prevHash, body });
}

async function isCertified(
  certificate: Certificate | undefined,
  rootPublicKey: string,
): Promise<boolean> {
  const root = publicKeyOf(rootPublicKey);
  if (certificate === undefined || root === null) return false;
  const { keyId, publicKey, issuerKeyId, issuerSignature } = certificate;
  const isNamed =
    keyId === keyIdOf(sha256Hex, publicKey) && issuerKeyId === keyIdOf(sha256Hex, rootPublicKey);
  return isNamed && verifySignature(root, certificateText(certificate), issuerSignature);
}

function privateWorth(entry: StoredEntry, privateHash: string | null): EntryCheck["private"] {
  if (entry.isPrivateDestroyed) return "DESTROYED";
  if (entry.private === null) return privateHash === null ? "NONE" : "INVALID";
  return sha256Hex(entry.private) === privateHash ? "VALID" : "INVALID";
}

/** True when a countersigned head at or after the entry holds and the chain between leads to it. */
async function isCountersigned(db: Queryable, till: TillKey, entry: StoredEntry): Promise<boolean> {
  const head = await countersignedFrom(db, till, entry.seq);
  if (head === null) return false;
  const centreKeys = await allCentreKeys(db, till.regencyId);
  const key = centreKeys.find(({ keyId }) => keyId === head.centreKeyId);
  const publicKey = publicKeyOf(key?.publicKey ?? "");
  if (publicKey === null) return false;
  if (!(await verifySignature(publicKey, headText(head), head.signature))) return false;
  return (await chainTo(db, till, { entry, toSeq: head.seq })) === head.hash;
}

async function chainTo(
  db: Queryable,
  till: TillKey,
  { entry, toSeq }: { readonly entry: StoredEntry; readonly toSeq: number },
): Promise<string> {
  const { tillId } = till;
  let { seq } = entry;
  let hash = entryHash(sha256Hex, { tillId, seq, prevHash: entry.prevHash, body: entry.body });
  while (seq < toSeq) {
    const limit = Math.min(CHAIN_PAGE, toSeq - seq);
    const page = await entriesAfter(db, till, { seq, limit });
    if (page.length === 0) return "";
    for (const next of page) {
      hash = entryHash(sha256Hex, { tillId, seq: next.seq, prevHash: hash, body: next.body });
      seq = next.seq;
    }
  }
  return hash;
}

/** True when a validly signed SIGNER_RESTORED closes the run of unsigned entries this one is in. */
async function isVouchedFor(
  db: Queryable,
  certificates: readonly Certificate[],
  { seq, ...till }: TillKey & { readonly seq: number },
): Promise<boolean> {
  const after = await firstSignedAfter(db, till, seq);
  if (after === null) return false;
  const parsed = parseBody(after.body);
  const body = parsed.state === "READ" ? parsed.known : null;
  if (body?.kind !== "SIGNER_RESTORED") return false;
  if (body.fromSeq > seq || body.toSeq !== after.seq - 1) return false;
  const [check] = await checkSignatures(till.tillId, certificates, [{ ...after, parsed }]);
  const unsigned = await unsignedBetween(db, till, { from: body.fromSeq, to: body.toSeq });
  return check?.signature === "VALID" && unsigned.length === body.toSeq - body.fromSeq + 1;
}

async function firstSignedAfter(
  db: Queryable,
  till: TillKey,
  seq: number,
): Promise<StoredEntry | null> {
  for (let from = seq; ; from += CHAIN_PAGE) {
    const page = await entriesAfter(db, till, { seq: from, limit: CHAIN_PAGE });
    const signed = page.find(({ signature }) => signature !== "");
    if (signed !== undefined) return signed;
    if (page.length < CHAIN_PAGE) return null;
  }
}
