import { AppError } from "../../../shared/contract/errors.ts";
import type { DeviceKind } from "../../../shared/contract/roles.ts";
import { encodeEnrolCode, enrolLookup } from "../../../shared/domain/enrol.ts";
import { hexDecode } from "../../../shared/domain/text.ts";
import type { CentreDeps } from "../deps.ts";
import { sha256Hex } from "../keys/digest.ts";
import { writeAudit } from "../stores/audit.ts";
import { isTillCodeTaken, saveEnrolment } from "../stores/enrolment.ts";
import { outletOf } from "../stores/outlet.ts";

const SECRET_BYTES = 10;
const LIFE_MS = 24 * 60 * 60 * 1_000;

/**
 * Makes a one-time code that enrols one till; it is shown once and only its lookup and the sealed
 * secret are kept. Fails with: NOT_FOUND (outlet), BAD_INPUT (till code given out before).
 */
export async function createEnrolmentCode(
  deps: CentreDeps,
  wanted: {
    readonly outletId: string;
    readonly tillCode: string;
    readonly deviceKind: DeviceKind;
    /** null: the operator of this machine */
    readonly userId: string | null;
  },
): Promise<{ enrolmentId: string; code: string; expiresAt: number }> {
  const { database, keys, regencyId, clock, random, newId } = deps;
  const { outletId, tillCode, deviceKind, userId } = wanted;
  const nowMs = clock.wallMs();
  const secret = random(SECRET_BYTES);
  const rootHash = hexDecode(keys.root.fingerprint) ?? new Uint8Array();
  const row = {
    enrolmentId: newId(),
    lookup: enrolLookup(sha256Hex, secret),
    secret: keys.box.seal(secret),
    outletId,
    tillCode,
    deviceKind,
    createdAt: nowMs,
    expiresAt: nowMs + LIFE_MS,
  };
  await database.transaction(async (tx) => {
    if ((await outletOf(tx, regencyId, outletId)) === null) throw new AppError("NOT_FOUND");
    if (await isTillCodeTaken(tx, regencyId, { outletId, tillCode, nowMs })) {
      throw new AppError("BAD_INPUT", { details: { field: "tillCode" } });
    }
    await saveEnrolment(tx, regencyId, row);
    await writeAudit(tx, regencyId, {
      auditId: newId(),
      at: nowMs,
      userId,
      action: "till.createCode",
      subject: row.enrolmentId,
      before: null,
      after: { outletId, tillCode, deviceKind, expiresAt: row.expiresAt },
    });
  });
  const { enrolmentId, expiresAt } = row;
  return { enrolmentId, expiresAt, code: encodeEnrolCode(secret, rootHash) };
}
