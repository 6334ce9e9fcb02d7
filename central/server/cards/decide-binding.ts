import type { CardBindingState, DecideBinding } from "../../../shared/contract/centre-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { writeAudit } from "../stores/audit.ts";
import {
  bindingItem,
  type CardBinding,
  holderOf,
  lockBinding,
  setBindingState,
} from "../stores/card-binding.ts";
import { publish } from "../stores/feed.ts";

type Change = {
  readonly from: readonly CardBindingState[];
  readonly to: CardBindingState;
  readonly action: "card.approve" | "card.refuse" | "card.withdraw";
};

const CHANGES: Record<DecideBinding["decision"], Change> = {
  APPROVE: { from: ["PENDING", "CONFLICT"], to: "APPROVED", action: "card.approve" },
  REFUSE: { from: ["PENDING", "CONFLICT"], to: "REFUSED", action: "card.refuse" },
  WITHDRAW: { from: ["APPROVED"], to: "WITHDRAWN", action: "card.withdraw" },
};

/**
 * Approves, refuses or withdraws a card that a till bound; all tills hear of it with their next pull,
 * and sales made before keep what they say. Fails with: NOT_FOUND for one that no longer waits or
 * holds, and for a person whom the roster does not have; CARD_BOUND_ALREADY.
 */
export async function decideBinding(
  deps: CentreDeps,
  { userId, ...asked }: DecideBinding & { readonly userId: string },
): Promise<void> {
  const { database, regencyId, clock } = deps;
  const { tillId, seq, reason } = asked;
  const { from, to, action } = CHANGES[asked.decision];
  const at = clock.wallMs();
  await database.transaction(async (tx) => {
    const bound = await lockBinding(tx, regencyId, { tillId, seq });
    if (bound === null || !from.includes(bound.state)) throw new AppError("NOT_FOUND");
    if (to === "APPROVED") await checkApproval(tx, regencyId, bound);
    await setBindingState(tx, regencyId, { tillId, seq, state: to, at, userId, reason });
    await writeAudit(tx, regencyId, {
      auditId: deps.newId(),
      at,
      userId,
      action,
      subject: `${tillId}/${seq}`,
      before: { state: bound.state, personId: bound.personId },
      after: { state: to, reason },
    });
    // A conflict was never told: the card stays whose it is at the tills.
    const isTold = bound.state !== "CONFLICT" || to === "APPROVED";
    if (isTold) await publish(tx, regencyId, [bindingItem({ ...bound, state: to })]);
  });
}

async function checkApproval(
  tx: Transaction,
  regencyId: string,
  bound: CardBinding & { readonly isKnown: boolean },
): Promise<void> {
  if (!bound.isKnown) throw new AppError("NOT_FOUND");
  if (bound.state !== "CONFLICT") return;
  const holder = await holderOf(tx, regencyId, bound.hash);
  if (holder !== null) throw new AppError("CARD_BOUND_ALREADY");
}
