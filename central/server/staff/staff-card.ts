import type { IssuedStaffCard } from "../../../shared/contract/centre-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { dateOf, dateOfDayNumber, dayNumber } from "../../../shared/domain/period.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { cardText } from "../keys/card-text.ts";
import { writeAudit } from "../stores/audit.ts";
import { lockCashier, publishCashier } from "../stores/cashier.ts";
import { addStaffCard, withdrawStaffCard } from "../stores/staff-card.ts";

/** A card may be copied and tills may be offline for long, so none is good for more than a year. */
const GOOD_DAYS = 365;

type Asked = { readonly cashierId: string; readonly userId: string | null };

/**
 * Makes a card for an active supervisor in place of the one before, which tills refuse from their next
 * pull on. The text is given this once and kept nowhere. Fails with: NOT_FOUND, NOT_ALLOWED.
 */
export async function issueStaffCard(deps: CentreDeps, asked: Asked): Promise<IssuedStaffCard> {
  const { database, regencyId, clock, keys } = deps;
  const { cashierId, userId } = asked;
  const at = clock.wallMs();
  const expiresOn = dateOfDayNumber((dayNumber(dateOf(at)) ?? 0) + GOOD_DAYS);
  return database.transaction(async (tx) => {
    const holder = await lockCashier(tx, regencyId, cashierId);
    if (holder === null) throw new AppError("NOT_FOUND");
    if (holder.role !== "SUPERVISOR" || !holder.active) throw new AppError("NOT_ALLOWED");
    const before = await withdrawStaffCard(tx, regencyId, { cashierId, at, userId });
    const serial = await addStaffCard(tx, regencyId, { cashierId, expiresOn, at, userId });
    await note(deps, tx, { ...asked, at, action: "staff.issueCard", before, after: serial });
    await publishCashier(tx, regencyId, cashierId);
    const text = cardText(keys.card, { kind: "STAFF", personId: cashierId, serial, expiresOn });
    return { text, serial, expiresOn, name: holder.name };
  });
}

/** Withdraws a person's card, say a lost one. Fails with: NOT_FOUND when there is none. */
export async function withdrawCard(deps: CentreDeps, asked: Asked): Promise<void> {
  const { database, regencyId, clock } = deps;
  const { cashierId, userId } = asked;
  const at = clock.wallMs();
  await database.transaction(async (tx) => {
    await lockCashier(tx, regencyId, cashierId);
    const before = await withdrawStaffCard(tx, regencyId, { cashierId, at, userId });
    if (before === null) throw new AppError("NOT_FOUND");
    await note(deps, tx, { ...asked, at, action: "staff.withdrawCard", before, after: null });
    await publishCashier(tx, regencyId, cashierId);
  });
}

type Change = Asked & {
  readonly at: number;
  readonly action: "staff.issueCard" | "staff.withdrawCard";
  /** serials of the good card before and after */
  readonly before: number | null;
  readonly after: number | null;
};

function note({ regencyId, newId }: CentreDeps, tx: Transaction, change: Change): Promise<void> {
  const { at, userId, action, cashierId, before, after } = change;
  return writeAudit(tx, regencyId, {
    auditId: newId(),
    at,
    userId,
    action,
    subject: cashierId,
    before: before === null ? null : { serial: before },
    after: after === null ? null : { serial: after },
  });
}
