import type { ReplaceTill } from "../../../shared/contract/fleet-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { parseBody } from "../journal/parse-body.ts";
import type { ChainEnd, EnrolmentRecord } from "../stores/enrolment.ts";
import { entriesBefore } from "../stores/entry-view.ts";
import { type Head, lockHead } from "../stores/head.ts";
import { isReplaced } from "../stores/replacement.ts";
import { findTill, type TillRecord } from "../stores/till.ts";
import { revokeHeld } from "../tills/revoke-till.ts";

type Post = Pick<EnrolmentRecord, "outletId" | "deviceKind">;

/**
 * Takes leave of a till of the same outlet that was lost with its file: one that is still active is
 * revoked, so that its last accepted entry is the last one received now.
 * Fails with: BAD_INPUT (no such till there, nothing of it to go on from, no reason), TILL_REPLACED.
 */
export async function leaveReplaced(
  deps: CentreDeps,
  tx: Transaction,
  asked: ReplaceTill & { readonly post: Post; readonly userId: string | null },
): Promise<void> {
  const { post, tillId, revokeReason: reason, userId } = asked;
  const { till, head } = await holdReplaced(deps, tx, { ...post, tillId });
  if (till.state === "REVOKED") return;
  if (reason === null) throw refused();
  await revokeHeld(deps, tx, { till, head, userId, reason });
}

/**
 * Where the chain ends that a new till goes on from. Its head stays locked: no push and no second
 * replacement comes between. Fails with: BAD_INPUT, TILL_REPLACED.
 */
export async function endOfReplaced(
  deps: CentreDeps,
  tx: Transaction,
  wanted: Post & { readonly tillId: string },
): Promise<ChainEnd> {
  const { till, head } = await holdReplaced(deps, tx, wanted);
  const { seq, turnover, reversals } = head;
  if (turnover !== null && reversals !== null) return { seq, turnover, reversals };
  return { seq, ...(await statedBefore(tx, till, seq)) };
}

async function holdReplaced(
  { regencyId }: CentreDeps,
  tx: Transaction,
  { tillId, outletId, deviceKind }: Post & { readonly tillId: string },
): Promise<{ till: TillRecord; head: Head }> {
  const found = await findTill(tx, tillId);
  if (found === null || found.regencyId !== regencyId) throw refused();
  const head = await lockHead(tx, found);
  const till = (await findTill(tx, tillId)) ?? found;
  if (till.outletId !== outletId || till.deviceKind !== deviceKind) throw refused();
  if (await isReplaced(tx, till)) throw new AppError("TILL_REPLACED");
  if (head.seq === 0 || till.closedSeq !== null) throw refused();
  return { till, head };
}

function refused(): AppError {
  return new AppError("BAD_INPUT", { details: { field: "replaces" } });
}

/** Looked back for so many entries. */
const STATED_WITHIN = 500;

/** The sums as stated last, where an unreadable entry left those of the head unknown. */
async function statedBefore(
  tx: Transaction,
  till: TillRecord,
  seq: number,
): Promise<Omit<ChainEnd, "seq">> {
  const entries = await entriesBefore(tx, till, { seq: seq + 1, limit: STATED_WITHIN });
  for (const { body } of entries) {
    const parsed = parseBody(body);
    if (parsed.state !== "READ") continue;
    const { turnover, reversals } = parsed.common;
    if (turnover !== undefined && reversals !== undefined) return { turnover, reversals };
  }
  return { turnover: 0, reversals: 0 };
}
