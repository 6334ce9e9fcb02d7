import type {
  ApprovalInput,
  ApprovalScope,
  CardApprovalInput,
} from "../../../shared/contract/approval.ts";
import { needsSecondPerson } from "../../../shared/contract/approval.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Schedule } from "../adapters.ts";
import type { Till } from "../context.ts";
import { staffOfCard } from "./staff-card.ts";
import type { CashierRow } from "../db/stores/cashier.ts";
import { activeStaff, checkPin } from "./check-pin.ts";

/** What stands in the body of the entry that needed a supervisor; `by` where it was no PIN. */
export type Approval = {
  readonly approverId: string;
  readonly action: ApprovalScope["action"];
  readonly by?: "CARD";
};

type Granted = ApprovalScope & {
  readonly approverId: string;
  readonly actorId: string;
  readonly by: "PIN" | "CARD";
};

/** Approvals given and not used yet. They end with the process: a restart asks again. */
export type Approvals = {
  readonly give: (approvalId: string, granted: Granted) => void;
  /** The approval, which nobody else gets then; null when it never was, was used or ran out. */
  readonly take: (approvalId: string) => Granted | null;
  /** Uses an approval up without anything done by it. */
  readonly drop: (approvalId: string) => void;
  /** Does a transaction: what it took is used up with it, or there again when it came to nothing. */
  readonly within: <T>(transaction: () => T) => T;
};

/** An approval is for what is on the screen now. */
const VALID_MS = 2 * 60_000;

export function createApprovals(schedule: Schedule): Approvals {
  const open = new Map<string, { readonly granted: Granted; readonly cancel: () => void }>();
  const taken = new Set<string>();
  const drop = (approvalId: string): void => {
    open.get(approvalId)?.cancel();
    open.delete(approvalId);
  };
  return {
    drop,
    give: (approvalId, granted) => {
      const cancel = schedule(VALID_MS, () => open.delete(approvalId));
      open.set(approvalId, { granted, cancel });
    },
    take: (approvalId) => {
      const found = open.get(approvalId);
      if (found === undefined || taken.has(approvalId)) return null;
      taken.add(approvalId);
      return found.granted;
    },
    within: (transaction) => {
      try {
        const result = transaction();
        for (const approvalId of taken) drop(approvalId);
        return result;
      } finally {
        taken.clear();
      }
    },
  };
}

/**
 * Lets a supervisor allow one action of the person at the till: for 2 minutes, once, and only with
 * this subject and amount. A supervisor at the till may approve with their own PIN, but a void and a
 * card's binding take a second person.
 * Fails with: NOT_LOGGED_IN, NOT_FOUND, NOT_ALLOWED for who is no supervisor, APPROVAL_SELF,
 * PIN_MALFORMED, PIN_WRONG {left}, PIN_LOCKED {until}, KEY_UNAVAILABLE.
 */
export async function approve(till: Till, input: ApprovalInput): Promise<{ approvalId: string }> {
  const { staffId, pin, action } = input;
  const actorId = till.session.require().cashierId;
  const supervisor = activeStaff(till, staffId);
  requireApprover(supervisor, { action, actorId });
  await checkPin(till, supervisor, { pin, withoutKeys: () => false });
  return give(till, input, { approverId: staffId, actorId, by: "PIN" });
}

/**
 * The same by a supervisor's staff card: whoever holds it is taken for that supervisor, so the entry
 * says that it was a card. A card cannot be guessed, so nothing is counted and nobody locked out.
 * Fails with: NOT_LOGGED_IN, CARD_*, NOT_ALLOWED, APPROVAL_SELF.
 */
export function approveByCard(till: Till, input: CardApprovalInput): { approvalId: string } {
  const actorId = till.session.require().cashierId;
  const supervisor = staffOfCard(till, input.card);
  requireApprover(supervisor, { action: input.action, actorId });
  return give(till, input, { approverId: supervisor.cashierId, actorId, by: "CARD" });
}

function requireApprover(
  { cashierId, role }: Pick<CashierRow, "cashierId" | "role">,
  asked: { readonly action: ApprovalScope["action"]; readonly actorId: string },
): void {
  if (role !== "SUPERVISOR") throw new AppError("NOT_ALLOWED");
  const isSelf = cashierId === asked.actorId;
  if (isSelf && needsSecondPerson(asked.action)) throw new AppError("APPROVAL_SELF");
}

function give(
  till: Till,
  { action, subject, amount }: ApprovalScope,
  who: Pick<Granted, "approverId" | "actorId" | "by">,
): { approvalId: string } {
  const approvalId = till.newId();
  till.approvals.give(approvalId, { action, subject, amount, ...who });
  return { approvalId };
}

/** What a body says of an approval that was taken before and waited in the cart. */
export function approvalOf(
  action: Approval["action"],
  { approverId, byCard }: { readonly approverId: string; readonly byCard: boolean },
): Approval {
  return byCard ? { approverId, action, by: "CARD" } : { approverId, action };
}

/**
 * Who allowed what takes a supervisor: null where one is at the till, else their approval.
 * Fails with: NOT_LOGGED_IN, APPROVAL_NEEDED {action}, APPROVAL_INVALID {action}.
 */
export function allowedBy(
  till: Pick<Till, "approvals" | "session">,
  asked: ApprovalScope & { readonly approvalId: string | null },
): Approval | null {
  return till.session.require().role === "SUPERVISOR" ? null : takeApproval(till, asked);
}

/**
 * Uses an approval up and gives what the entry's body says of it. Call it where the command is done
 * (inside `once`), so that a repeated command needs no second one; a transaction that comes to
 * nothing leaves it. Whatever is taken for something it was not given for is used up all the same.
 * Fails with: APPROVAL_NEEDED {action}, APPROVAL_INVALID {action}.
 */
export function takeApproval(
  till: Pick<Till, "approvals" | "session">,
  asked: ApprovalScope & { readonly approvalId: string | null },
): Approval {
  const { approvalId, action, subject, amount } = asked;
  const details = { action };
  if (approvalId === null) throw new AppError("APPROVAL_NEEDED", { details });
  const granted = till.approvals.take(approvalId);
  const fits =
    granted !== null &&
    granted.actorId === till.session.require().cashierId &&
    granted.action === action &&
    granted.subject === subject &&
    granted.amount === amount;
  if (!fits) {
    till.approvals.drop(approvalId);
    throw new AppError("APPROVAL_INVALID", { details });
  }
  return approvalOf(action, { approverId: granted.approverId, byCard: granted.by === "CARD" });
}
