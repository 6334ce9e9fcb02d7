import { AppError } from "../../../shared/contract/errors.ts";
import type { CentreDeps } from "../deps.ts";
import { writeAudit } from "../stores/audit.ts";
import { certificatesOf, findTill, setKeyToChange } from "../stores/till.ts";

/**
 * Asks a till's supervisor to change the key it signs with now; the till hears of it with its next
 * report, and the change itself ends the asking. Asking again changes nothing.
 * Fails with: NOT_FOUND, also for one that is revoked, closed, or no till that sells.
 */
export async function askKeyChange(
  { database, regencyId, clock, newId }: CentreDeps,
  { tillId, userId }: { readonly tillId: string; readonly userId: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const till = await findTill(tx, tillId);
    const isInUse = till?.state === "ACTIVE" && till.closedSeq === null;
    if (till?.regencyId !== regencyId || !isInUse || till.deviceKind !== "till") {
      throw new AppError("NOT_FOUND");
    }
    const keyId = (await certificatesOf(tx, regencyId, tillId)).at(-1)?.keyId;
    if (keyId === undefined) throw new Error("a till without a certificate");
    if (till.keyToChange === keyId) return;
    const at = clock.wallMs();
    await setKeyToChange(tx, till, { keyId, at });
    await writeAudit(tx, regencyId, {
      auditId: newId(),
      at,
      userId,
      action: "till.askKeyChange",
      subject: tillId,
      before: null,
      after: { keyId },
    });
  });
}
