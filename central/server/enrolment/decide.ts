import { AppError } from "../../../shared/contract/errors.ts";
import { genesisHash, keyIdOf } from "../../../shared/domain/journal.ts";
import { instantText } from "../../../shared/domain/period.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { issueCertificate } from "../keys/centre-keys.ts";
import { sha256Hex } from "../keys/digest.ts";
import { writeAudit } from "../stores/audit.ts";
import { closeEnrolment, type EnrolmentRecord, lockEnrolment } from "../stores/enrolment.ts";
import { outletOf } from "../stores/outlet.ts";
import { saveNewTill } from "../stores/till.ts";
import { endOfReplaced } from "./replaced-till.ts";

type Bound = EnrolmentRecord & { readonly publicKey: string; readonly sealPublicKey: string };

/**
 * The admin's word on a till that waits: on yes it gets its certificate. The fingerprint is the one
 * read off the till's screen. Fails with: NOT_FOUND, ENROL_CODE_EXPIRED, BAD_INPUT (another fingerprint),
 * TILL_REPLACED (another took the place that the code was for).
 */
export async function decideEnrolment(
  deps: CentreDeps,
  decision: {
    readonly enrolmentId: string;
    readonly accept: boolean;
    readonly fingerprint: string;
    readonly userId: string | null;
  },
): Promise<{ tillId: string | null }> {
  const { database, regencyId, clock, newId } = deps;
  const { enrolmentId, accept, userId } = decision;
  return database.transaction(async (tx) => {
    const enrolment = await lockEnrolment(tx, regencyId, enrolmentId);
    const bound = checkBound(enrolment, clock.wallMs());
    const isSame = plain(decision.fingerprint) === plain(bound.fingerprint ?? "");
    if (accept && !isSame) throw new AppError("BAD_INPUT", { details: { field: "fingerprint" } });
    const tillId = accept ? await issue(deps, tx, bound) : null;
    const replaces = tillId === null ? null : bound.replacesTillId;
    const goesOnFrom =
      replaces === null ? null : await endOfReplaced(deps, tx, { ...bound, tillId: replaces });
    await closeEnrolment(tx, regencyId, { enrolmentId, tillId, goesOnFrom });
    await writeAudit(tx, regencyId, {
      auditId: newId(),
      at: clock.wallMs(),
      userId,
      action: "till.decide",
      subject: enrolmentId,
      before: { state: "PENDING", fingerprint: bound.fingerprint },
      after: { state: accept ? "ISSUED" : "REFUSED", tillId },
    });
    return { tillId };
  });
}

function checkBound(enrolment: EnrolmentRecord | null, nowMs: number): Bound {
  if (enrolment === null || enrolment.state !== "PENDING") throw new AppError("NOT_FOUND");
  if (nowMs >= enrolment.expiresAt) throw new AppError("ENROL_CODE_EXPIRED");
  const { publicKey, sealPublicKey } = enrolment;
  if (publicKey === null || sealPublicKey === null) throw new AppError("NOT_FOUND");
  return { ...enrolment, publicKey, sealPublicKey };
}

function plain(fingerprint: string): string {
  return fingerprint.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
}

async function issue(deps: CentreDeps, tx: Transaction, bound: Bound): Promise<string> {
  const { keys, regencyId, clock, newId } = deps;
  const outlet = await outletOf(tx, regencyId, bound.outletId);
  if (outlet === null) throw new AppError("NOT_FOUND");
  const nowMs = clock.wallMs();
  const tillId = newId();
  const certificate = issueCertificate(keys.root, {
    tillId,
    regencyId,
    outletCode: outlet.code,
    tillCode: bound.tillCode,
    deviceKind: bound.deviceKind,
    keyId: keyIdOf(sha256Hex, bound.publicKey),
    publicKey: bound.publicKey,
    fromSeq: 1,
    validFrom: instantText(nowMs),
  });
  await saveNewTill(tx, {
    certificate,
    outletId: bound.outletId,
    sealPublicKey: bound.sealPublicKey,
    genesisHash: genesisHash(sha256Hex, tillId),
    nowMs,
  });
  return tillId;
}
