import type { RevokeTill } from "../../../shared/contract/fleet-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { openDesk } from "../quarantine/decide-entry.ts";
import { writeAudit } from "../stores/audit.ts";
import type { Head } from "../stores/head.ts";
import { setRevoked, type TillRecord } from "../stores/till.ts";

/**
 * Takes a till's right away, for good: the last entry received now is the last accepted one, and what
 * it still sends is kept aside. It learns nothing more. Fails with: NOT_FOUND, also for one that is
 * revoked already.
 */
export async function revokeTill(
  deps: CentreDeps,
  { userId, tillId, reason }: RevokeTill & { readonly userId: string },
): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const { till, head } = await openDesk(deps, tx, { tillId, userId });
    // One that another goes on from may end at an entry that is yet to come.
    const isOver = till.state === "REVOKED" && (till.revokedAfterSeq ?? 0) <= head.seq;
    if (isOver) throw new AppError("NOT_FOUND");
    await revokeHeld(deps, tx, { till, head, userId, reason });
  });
}

/** Revokes an active till whose head the caller holds, with its audit row. */
export async function revokeHeld(
  { clock, newId }: CentreDeps,
  tx: Transaction,
  revoked: {
    readonly till: TillRecord;
    readonly head: Head;
    /** null: the operator of this machine */
    readonly userId: string | null;
    readonly reason: string;
  },
): Promise<void> {
  const { till, head, userId, reason } = revoked;
  await setRevoked(tx, till, head.seq);
  await writeAudit(tx, till.regencyId, {
    auditId: newId(),
    at: clock.wallMs(),
    userId,
    action: "till.revoke",
    subject: till.tillId,
    before: { state: till.state },
    after: { state: "REVOKED", afterSeq: head.seq, reason },
  });
}
