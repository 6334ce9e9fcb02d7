import { AppError } from "../../../shared/contract/errors.ts";
import type { Certificate, ResumeAnswer, ResumeRequest } from "../../../shared/contract/sync.ts";
import type { ResumedBody } from "../../../shared/contract/till-bodies.ts";
import { entryHash, genesisHash, hashBytes, keyIdOf } from "../../../shared/domain/journal.ts";
import { instantMs, instantText } from "../../../shared/domain/period.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { checkProtocol } from "../journal/check-protocol.ts";
import { parseBody } from "../journal/parse-body.ts";
import { isVouchedFor, vouchingKeysOf } from "../journal/provisional.ts";
import { issueCertificate } from "../keys/centre-keys.ts";
import { sha256Hex } from "../keys/digest.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { sealTo } from "../keys/seal.ts";
import { type AuditRow, writeAudit } from "../stores/audit.ts";
import { allCentreKeys } from "../stores/centre-key.ts";
import { isTillCodeTaken, isTillCodeUsed } from "../stores/enrolment.ts";
import { type Head, lockHead } from "../stores/head.ts";
import { newestKeyOf } from "../stores/held-key.ts";
import { lockOutlet } from "../stores/outlet.ts";
import { successorOf } from "../stores/replacement.ts";
import { freeTillCode, spareCode } from "../stores/spare-code.ts";
import {
  certificatesOf,
  findTill,
  isInService,
  isKeyCertified,
  raiseAlarm,
  saveNewTill,
  setRevoked,
  type TillRecord,
} from "../stores/till.ts";

/** A till that went on from another before the centre was asked, with what it says proven. */
type Claim = {
  readonly certificate: Certificate;
  readonly body: ResumedBody;
  readonly old: TillRecord;
  /** the old till's newest public key, certified or not */
  readonly newestKey: string | null;
  readonly head: Head;
};

/** What the centre makes of it. HELD: it is known, and all it wrote is kept aside for a person. */
type Ruling = {
  readonly state: "GOES_ON" | "HELD";
  /** two go on from one */
  readonly isFork: boolean;
  /** the till that goes on from the old one already, or null */
  readonly successor: string | null;
  readonly tillCode: string;
};

/**
 * Certifies the key of a till that the old till's key vouched for, and ends the old till where its chain
 * is gone on from. One till goes on from another, once: a second one, and one whose old till is revoked
 * or wrote on, gets a certificate too, so that its entries can be judged, but all of them are kept aside.
 * Repeating the request is harmless.
 * Fails with: PROTOCOL_UNSUPPORTED, BAD_INPUT, TILL_UNKNOWN (the old till), REQUEST_SIGNATURE (the old
 * till's key did not vouch for it), TILL_REVOKED (no till code is left to keep it under).
 */
export async function resumeTill(deps: CentreDeps, request: ResumeRequest): Promise<ResumeAnswer> {
  checkProtocol(request.protocol);
  const body = await resumedBody(request);
  return deps.database.transaction(async (tx) => {
    const found = await findTill(tx, body.oldTillId);
    if (found === null || found.regencyId !== deps.regencyId) throw new AppError("TILL_UNKNOWN");
    const { regencyId, tillId } = found;
    const { certificate } = request;
    const [first] = await certificatesOf(tx, regencyId, tillId);
    requireSame(certificate, body, first);
    const head = await lockHead(tx, found);
    // Again, because it may have been revoked, or changed its key, before its head was ours.
    const old = (await findTill(tx, tillId)) ?? found;
    const keys = await vouchingKeysOf(tx, regencyId, tillId);
    if (!(await isVouchedFor(body, certificate, keys))) throw new AppError("REQUEST_SIGNATURE");
    const claim = { certificate, body, old, newestKey: await newestKeyOf(tx, old), head };
    return answerTo(deps, tx, { old, certificate: await issued(deps, tx, claim) });
  });
}

/** The first entry of the new till, signed by its own key at its own place. */
async function resumedBody({ certificate, resumed }: ResumeRequest): Promise<ResumedBody> {
  const { tillId, keyId, publicKey, fromSeq } = certificate;
  const parsed = parseBody(resumed.body);
  const known = parsed.state === "READ" ? parsed.known : null;
  const key = publicKeyOf(publicKey);
  const isFormed = key !== null && keyId === keyIdOf(sha256Hex, publicKey) && fromSeq === 1;
  if (known?.kind !== "RESUMED" || !isFormed || known.oldTillId === tillId) {
    throw new AppError("BAD_INPUT");
  }
  const place = { tillId, seq: 1, prevHash: genesisHash(sha256Hex, tillId) };
  const hash = entryHash(sha256Hex, { ...place, body: resumed.body });
  const isSigned = await verifySignature(key, hashBytes(hash), resumed.signature);
  if (!isSigned) throw new AppError("REQUEST_SIGNATURE");
  return known;
}

/** The certificate asked for is the one that the entry says, at the old till's place. */
function requireSame(
  certificate: Certificate,
  body: ResumedBody,
  first: Certificate | undefined,
): void {
  const { issuerKeyId, validFrom, issuerSignature } = certificate;
  const said = body.provisional;
  const isSame =
    said?.issuerKeyId === issuerKeyId &&
    said.validFrom === validFrom &&
    said.issuerSignature === issuerSignature;
  const isOurs =
    certificate.regencyId === first?.regencyId &&
    certificate.outletCode === first.outletCode &&
    certificate.deviceKind === first.deviceKind;
  if (!isSame || !isOurs) throw new AppError("BAD_INPUT");
}

/** The certificate of the new till, made now or before. */
async function issued(deps: CentreDeps, tx: Transaction, claim: Claim): Promise<Certificate> {
  const { certificate, old } = claim;
  const known = await findTill(tx, certificate.tillId);
  if (known === null) return take(deps, tx, claim);
  const [first] = await certificatesOf(tx, old.regencyId, known.tillId);
  if (first?.publicKey !== certificate.publicKey) throw new AppError("BAD_INPUT");
  return first;
}

async function take(deps: CentreDeps, tx: Transaction, claim: Claim): Promise<Certificate> {
  const { certificate: asked, old } = claim;
  if (await isKeyCertified(tx, asked.publicKey)) throw new AppError("BAD_INPUT");
  await lockOutlet(tx, old.regencyId, old.outletId);
  const ruling = await rule(tx, claim, deps.clock.wallMs());
  const certificate = await save(deps, tx, { ...claim, ruling });
  await followUp(tx, { ...claim, ruling }, deps.clock.wallMs());
  await writeAudit(tx, old.regencyId, auditOf(deps, { ...claim, ruling }));
  return certificate;
}

type Ruled = Claim & { readonly ruling: Ruling };

async function save(
  { keys, clock }: CentreDeps,
  tx: Transaction,
  { certificate: asked, old, ruling: { tillCode } }: Ruled,
): Promise<Certificate> {
  const nowMs = clock.wallMs();
  const { tillId, regencyId, outletCode, deviceKind, keyId, publicKey, fromSeq } = asked;
  const post = { tillId, regencyId, outletCode, tillCode, deviceKind };
  const validFrom = instantText(nowMs);
  const certificate = issueCertificate(keys.root, {
    ...post,
    keyId,
    publicKey,
    fromSeq,
    validFrom,
  });
  await saveNewTill(tx, {
    certificate,
    outletId: old.outletId,
    // Who goes on from a chain keeps its data key and this one.
    sealPublicKey: old.sealPublicKey,
    genesisHash: genesisHash(sha256Hex, tillId),
    nowMs,
    provisionalOf: old.tillId,
  });
  return certificate;
}

/** The old till ends where the new one goes on; of two that go on from one a person is told. */
async function followUp(
  tx: Transaction,
  { certificate: { tillId }, body, old, head, ruling }: Ruled,
  nowMs: number,
): Promise<void> {
  const { regencyId } = old;
  if (ruling.state === "HELD") await setRevoked(tx, { regencyId, tillId }, 0);
  else await setRevoked(tx, old, Math.max(head.seq, body.oldSeq));
  if (!ruling.isFork) return;
  const twin = { regencyId, tillId: ruling.successor ?? old.tillId };
  await raiseAlarm(tx, twin, { kind: "FORK", seq: body.oldSeq, nowMs });
}

/** Whether the new till takes the old one's place. */
async function rule(
  tx: Transaction,
  { certificate, body, old, newestKey, head }: Claim,
  nowMs: number,
): Promise<Ruling> {
  const { regencyId, outletId } = old;
  const successor = await successorOf(tx, old);
  const { tillCode } = certificate;
  const isKept = (await spareCode(tx, old)) === tillCode && successor === null;
  const isTaken =
    (await isTillCodeUsed(tx, regencyId, { outletId, tillCode })) ||
    (!isKept && (await isTillCodeTaken(tx, regencyId, { outletId, tillCode, nowMs })));
  // The old chain grew after the new one began, or its key was changed: it lives on elsewhere.
  const isAlive =
    (body.clock !== "DOUBTFUL" && (head.at ?? 0) > instantMs(body.at)) ||
    newestKey === null ||
    keyIdOf(sha256Hex, newestKey) !== certificate.issuerKeyId;
  const isFork = successor !== null || isTaken || isAlive;
  if (!isFork) {
    const state = isInService(old) ? "GOES_ON" : "HELD";
    return { state, isFork, successor, tillCode };
  }
  const free = isTaken ? await freeTillCode(tx, old) : tillCode;
  if (free === null) throw new AppError("TILL_REVOKED");
  return { state: "HELD", isFork, successor, tillCode: free };
}

function auditOf(
  { newId, clock }: CentreDeps,
  { certificate, body, old, ruling: { state, isFork, tillCode } }: Ruled,
): AuditRow {
  const { oldTillId, oldSeq, actorId } = body;
  return {
    auditId: newId(),
    at: clock.wallMs(),
    userId: null,
    action: "till.resume",
    subject: certificate.tillId,
    before: { oldTillId, state: old.state },
    after: { state, isFork, tillCode, oldSeq, by: actorId },
  };
}

async function answerTo(
  { keys, regencyId }: CentreDeps,
  tx: Transaction,
  { certificate, old }: Pick<Claim, "certificate" | "old">,
): Promise<ResumeAnswer> {
  const { tillId } = certificate;
  const isHeld = (await findTill(tx, tillId))?.state !== "ACTIVE";
  const sealed = sealTo(old.sealPublicKey, `regency-key\n${tillId}`, keys.regencyKey);
  const centreKeys = await allCentreKeys(tx, regencyId);
  return { certificate, centreKeys, sealedRegencyKey: isHeld ? null : sealed };
}
