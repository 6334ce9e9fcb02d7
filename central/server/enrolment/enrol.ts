import { createHmac, timingSafeEqual } from "node:crypto";
import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";
import type { EnrolAnswer, EnrolRequest, ReplacedTill } from "../../../shared/contract/sync.ts";
import type { z } from "zod";
import { enrolText } from "../../../shared/domain/enrol.ts";
import { fingerprintCode, fingerprintOf } from "../../../shared/domain/journal.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { checkProtocol } from "../journal/check-protocol.ts";
import { sha256Hex } from "../keys/digest.ts";
import { publicKeyOf } from "../keys/ed25519.ts";
import { sealTo } from "../keys/seal.ts";
import { allCentreKeys } from "../stores/centre-key.ts";
import { bindKeys, countTry, type EnrolmentRecord, lockByLookup } from "../stores/enrolment.ts";
import { countersignedFrom } from "../stores/head.ts";
import { certificatesOf } from "../stores/till.ts";

type Request = z.infer<typeof EnrolRequest>;
type Outcome = { readonly answer: EnrolAnswer } | { readonly refused: ErrorCode };

const MAX_TRIES = 5;

/**
 * Takes a till's keys under a one-time code, and tells a till that asks again how the admin decided.
 * Fails with: PROTOCOL_UNSUPPORTED, BAD_INPUT, ENROL_CODE_UNKNOWN (a wrong proof too),
 * ENROL_CODE_EXPIRED, ENROL_CODE_USED.
 */
export async function enrol(deps: CentreDeps, request: Request): Promise<EnrolAnswer> {
  checkProtocol(request.protocol);
  const keysHold =
    publicKeyOf(request.publicKey) !== null &&
    publicKeyOf(request.sealPublicKey, "x25519") !== null;
  if (!keysHold) throw new AppError("BAD_INPUT", { details: { field: "publicKey" } });
  // A wrong proof must be counted, so a refusal is a value until the transaction is through.
  const outcome = await deps.database.transaction((tx) => decide(deps, tx, request));
  if ("refused" in outcome) throw new AppError(outcome.refused);
  return outcome.answer;
}

async function decide(deps: CentreDeps, tx: Transaction, request: Request): Promise<Outcome> {
  const { regencyId, clock, keys } = deps;
  const enrolment = await lockByLookup(tx, regencyId, request.lookup);
  if (enrolment === null) return { refused: "ENROL_CODE_UNKNOWN" };
  const { enrolmentId, state, expiresAt, tries } = enrolment;
  if (state === "BLOCKED") return { refused: "ENROL_CODE_USED" };
  const waits = state === "OPEN" || state === "PENDING";
  if (waits && clock.wallMs() >= expiresAt) return { refused: "ENROL_CODE_EXPIRED" };
  if (!proofHolds(keys.box.open(enrolment.secret), request)) {
    const blocked = state === "OPEN" && tries + 1 >= MAX_TRIES;
    await countTry(tx, regencyId, { enrolmentId, blocked });
    return { refused: "ENROL_CODE_UNKNOWN" };
  }
  if (request.deviceKind !== enrolment.deviceKind) return { refused: "BAD_INPUT" };
  if (state === "OPEN") return { answer: await bind(tx, regencyId, { ...request, enrolmentId }) };
  const isSameTill =
    request.publicKey === enrolment.publicKey && request.sealPublicKey === enrolment.sealPublicKey;
  if (!isSameTill) return { refused: "ENROL_CODE_USED" };
  return { answer: await repeat(deps, tx, enrolment) };
}

function proofHolds(secret: Uint8Array, request: Request): boolean {
  const expected = createHmac("sha256", secret).update(enrolText(request)).digest();
  const given = Buffer.from(request.proof, "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function bind(
  tx: Transaction,
  regencyId: string,
  { enrolmentId, publicKey, sealPublicKey }: Request & { readonly enrolmentId: string },
): Promise<EnrolAnswer> {
  const fingerprint = fingerprintCode(fingerprintOf(sha256Hex, publicKey));
  await bindKeys(tx, regencyId, { enrolmentId, publicKey, sealPublicKey, fingerprint });
  return { state: "PENDING", fingerprint };
}

async function repeat(
  deps: CentreDeps,
  tx: Transaction,
  enrolment: EnrolmentRecord,
): Promise<EnrolAnswer> {
  const { state, fingerprint, tillId, sealPublicKey, outletId } = enrolment;
  if (state === "PENDING" && fingerprint !== null) return { state, fingerprint };
  if (state !== "ISSUED" || tillId === null || sealPublicKey === null) return { state: "REFUSED" };
  const { keys, regencyId } = deps;
  const [certificate] = await certificatesOf(tx, regencyId, tillId);
  if (certificate === undefined) throw new Error("issued without a certificate");
  return {
    state,
    certificate,
    outletId,
    rootPublicKey: keys.root.publicKey,
    centreKeys: await allCentreKeys(tx, regencyId),
    sealedRegencyKey: sealTo(sealPublicKey, `regency-key\n${tillId}`, keys.regencyKey),
    ...(await replacedBy(tx, regencyId, enrolment)),
  };
}

/** The till whose place the new one takes: the centre signed its head as it received that entry. */
async function replacedBy(
  tx: Transaction,
  regencyId: string,
  enrolment: EnrolmentRecord,
): Promise<{ replaces?: ReplacedTill }> {
  const { replacesTillId: tillId, replacesSeq: seq } = enrolment;
  const { replacesTurnover: turnover, replacesReversals: reversals } = enrolment;
  if (tillId === null || seq === null || turnover === null || reversals === null) return {};
  const head = await countersignedFrom(tx, { regencyId, tillId }, seq);
  if (head?.seq !== seq) throw new Error("a head that was never countersigned");
  return { replaces: { head, turnover, reversals } };
}
