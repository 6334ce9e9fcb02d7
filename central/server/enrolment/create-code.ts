import { AppError } from "../../../shared/contract/errors.ts";
import type { ReplaceTill } from "../../../shared/contract/fleet-api.ts";
import type { DeviceKind } from "../../../shared/contract/roles.ts";
import { encodeEnrolCode, enrolLookup } from "../../../shared/domain/enrol.ts";
import { hexDecode } from "../../../shared/domain/text.ts";
import type { CentreDeps } from "../deps.ts";
import { sha256Hex } from "../keys/digest.ts";
import { writeAudit } from "../stores/audit.ts";
import { isTillCodeTaken, saveEnrolment } from "../stores/enrolment.ts";
import { lockOutlet } from "../stores/outlet.ts";
import { leaveReplaced } from "./replaced-till.ts";

const SECRET_BYTES = 10;
const LIFE_MS = 24 * 60 * 60 * 1_000;

/**
 * Makes a one-time code that enrols one till; it is shown once and only its lookup and the sealed
 * secret are kept. A till that it replaces is revoked at once. Fails with: NOT_FOUND (outlet),
 * BAD_INPUT (till code given out before, or the replaced till cannot be), TILL_REPLACED.
 */
export async function createEnrolmentCode(
  deps: CentreDeps,
  wanted: {
    readonly outletId: string;
    readonly tillCode: string;
    readonly deviceKind: DeviceKind;
    /** null: the operator of this machine */
    readonly userId: string | null;
    readonly replaces?: ReplaceTill | null;
  },
): Promise<{ enrolmentId: string; code: string; expiresAt: number }> {
  const { database, keys, regencyId, clock, random, newId } = deps;
  const { userId, replaces = null, ...post } = wanted;
  const nowMs = clock.wallMs();
  const secret = random(SECRET_BYTES);
  const enrolmentId = newId();
  const expiresAt = nowMs + LIFE_MS;
  await database.transaction(async (tx) => {
    if (!(await lockOutlet(tx, regencyId, post.outletId))) throw new AppError("NOT_FOUND");
    if (await isTillCodeTaken(tx, regencyId, { ...post, nowMs })) {
      throw new AppError("BAD_INPUT", { details: { field: "tillCode" } });
    }
    if (replaces !== null) await leaveReplaced(deps, tx, { ...replaces, post, userId });
    const replacesTillId = replaces?.tillId ?? null;
    const lookup = enrolLookup(sha256Hex, secret);
    const sealed = { lookup, secret: keys.box.seal(secret) };
    const row = { ...post, ...sealed, enrolmentId, createdAt: nowMs, expiresAt, replacesTillId };
    await saveEnrolment(tx, regencyId, row);
    await writeAudit(tx, regencyId, {
      auditId: newId(),
      at: nowMs,
      userId,
      action: "till.createCode",
      subject: enrolmentId,
      before: null,
      after: { ...post, expiresAt, replacesTillId },
    });
  });
  const rootHash = hexDecode(keys.root.fingerprint) ?? new Uint8Array();
  return { enrolmentId, expiresAt, code: encodeEnrolCode(secret, rootHash) };
}
