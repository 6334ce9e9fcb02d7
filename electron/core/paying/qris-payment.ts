import { AppError } from "../../../shared/contract/errors.ts";
import type { CancelQrisInput } from "../../../shared/contract/paying.ts";
import { isRupiah } from "../../../shared/domain/money.ts";
import { priceCart } from "../../../shared/domain/pricing.ts";
import { parseQris, QRIS_CEILING, toDynamic } from "../../../shared/domain/qris.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import { merchantCode } from "../db/stores/qris-code.ts";
import {
  cancelQrisTender,
  confirmQrisTender,
  insertQrisTender,
  liveQrisTenders,
  qrisTender,
  type QrisTenderRow,
} from "../db/stores/qris-tender.ts";
import { openShift } from "../db/stores/shift.ts";
import { openCart } from "../selling/open-cart.ts";
import { valueOf } from "../selling/result.ts";
import { allowedBy } from "../staff/approval.ts";
import { qrisTimeoutMinutes } from "./qris-timeout.ts";

const MINUTE_MS = 60_000;

export type StartQris = {
  readonly commandId: string;
  readonly cartId: string;
  readonly amount: number;
};
export type QrisCommand = { readonly commandId: string; readonly qrisId: string };

/**
 * Makes a code for an amount of the open cart, in place of one that nobody paid. Nothing is paid by
 * it: it counts once it is confirmed and part of a sale. The command's id is the code's.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, TOTAL_CHANGED, TENDER_ABOVE_TOTAL, AMOUNT_MALFORMED,
 * QRIS_NOT_SET, QRIS_CEILING, PROVIDER_UNREACHABLE, COMMAND_REUSED.
 */
export async function startQris(till: Till, input: StartQris): Promise<{ qrisId: string }> {
  till.session.require();
  const { commandId, cartId, amount } = input;
  const made = qrisTender(till.file.db(), commandId) === null ? await makeCode(till, input) : null;
  till.file.commit((db) => {
    const at = instant(till, db);
    return once(db, { commandId, procedure: "qris.start", content: { cartId, amount }, at }, () => {
      if (made === null) throw new AppError("NOT_FOUND");
      requirePayable(till, db, input);
      const times = { createdAt: at, expiresAt: at + qrisTimeoutMinutes(db) * MINUTE_MS };
      insertQrisTender(db, { qrisId: commandId, cartId, amount, ...made, ...times });
      return commandId;
    });
  });
  till.changed();
  return { qrisId: commandId };
}

/**
 * The cashier saw the money in the merchant's app; also after the code's time, for money is money.
 * Fails with: NOT_LOGGED_IN, QRIS_NOT_OPEN, QRIS_NOT_PAID where the provider must say so.
 */
export function confirmQris(till: Till, { commandId, qrisId }: QrisCommand): void {
  till.session.require();
  till.file.commit((db) => {
    const command = { commandId, procedure: "qris.confirm", content: { qrisId } };
    return once(db, { ...command, at: instant(till, db) }, () => {
      const row = openRow(db, qrisId);
      if (row.providerRef !== null) throw new AppError("QRIS_NOT_PAID", { retryable: true });
      confirmQrisTender(db, qrisId, "cashier");
      return qrisId;
    });
  });
  till.changed();
}

/**
 * Takes back a code that nobody paid; a provider whose buyer was faster makes it a paid one. A paid
 * code is only taken back when its money was `returned`, and one that a provider saw paid only by a
 * supervisor: a cancel that crosses the provider's word must not lose the money.
 * Fails with: NOT_LOGGED_IN, QRIS_NOT_OPEN, QRIS_ALREADY_PAID, APPROVAL_NEEDED {action},
 * APPROVAL_INVALID {action}, PROVIDER_UNREACHABLE.
 */
export async function cancelQris(till: Till, input: CancelQrisInput): Promise<void> {
  till.session.require();
  const { commandId, qrisId, returned } = input;
  const row = qrisTender(till.file.db(), qrisId);
  if (row === null) throw new AppError("NOT_FOUND");
  const paid = await isPaidAfterCancel(till, row);
  till.file.commit((db) => {
    const command = { commandId, procedure: "qris.cancel", content: { qrisId, returned } };
    return once(db, { ...command, at: instant(till, db) }, () => {
      const now = qrisTender(db, qrisId);
      if (now?.state !== "OPEN" && now?.state !== "CONFIRMED") throw new AppError("QRIS_NOT_OPEN");
      if (paid) confirmQrisTender(db, qrisId, "provider");
      else {
        if (now.state === "CONFIRMED") requireReturned(till, now, input);
        cancelQrisTender(db, qrisId);
      }
      return qrisId;
    });
  });
  till.changed();
}

function requireReturned(till: Till, paid: QrisTenderRow, input: CancelQrisInput): void {
  if (!input.returned) throw new AppError("QRIS_ALREADY_PAID");
  if (paid.confirmedBy === "cashier") return;
  const { qrisId: subject, amount } = paid;
  allowedBy(till, { approvalId: input.approvalId, action: "RETURN", subject, amount });
}

/** Whoever paid a part by QRIS is owed the sale or the money. Fails with: QRIS_ALREADY_PAID. */
export function requireNothingPaid(db: ReadDb, cartId: string): void {
  const paid = liveQrisTenders(db, cartId).some(({ state }) => state === "CONFIRMED");
  if (paid) throw new AppError("QRIS_ALREADY_PAID");
}

/** What a provider says of one of its codes, kept. Gives whether anything changed. */
export function keepProviderWord(till: Till, qrisId: string, paid: boolean): boolean {
  const changed = till.file.commit((db) => {
    if (qrisTender(db, qrisId)?.state !== "OPEN") return false;
    if (paid) confirmQrisTender(db, qrisId, "provider");
    else cancelQrisTender(db, qrisId);
    return true;
  });
  if (changed) till.changed();
  return changed;
}

async function isPaidAfterCancel(till: Till, row: QrisTenderRow): Promise<boolean> {
  const { provider } = till;
  const { providerRef, state } = row;
  if (providerRef === null || state !== "OPEN") return false;
  // Nobody can be asked whether the buyer paid: it stays open.
  if (provider === null) throw new AppError("PROVIDER_UNREACHABLE", { retryable: true });
  return (await asked(() => provider.cancel(providerRef))) === "PAID";
}

/** A code for the amount: the provider's, else the merchant's own made dynamic. */
async function makeCode(
  till: Till,
  input: StartQris,
): Promise<Pick<QrisTenderRow, "payload" | "providerRef">> {
  const { commandId, amount, cartId } = input;
  const db = till.file.db();
  if (!isRupiah(amount) || amount === 0) throw new AppError("AMOUNT_MALFORMED");
  if (amount > QRIS_CEILING) throw new AppError("QRIS_CEILING");
  for (const { qrisId, state } of liveQrisTenders(db, cartId)) {
    if (state !== "OPEN") continue;
    await cancelQris(till, {
      commandId: till.newId(),
      qrisId,
      returned: false,
      approvalId: null,
    });
  }
  requirePayable(till, db, input);
  const { provider } = till;
  if (provider === null) {
    const code = merchantCode(db);
    if (code === null) throw new AppError("QRIS_NOT_SET");
    return { payload: valueOf(toDynamic(code, amount)), providerRef: null };
  }
  const made = await asked(() => provider.create({ qrisId: commandId, amount }));
  const qris = valueOf(parseQris(made.payload));
  if (qris.amount !== amount) throw new AppError("QRIS_AMOUNT");
  return { payload: qris.payload, providerRef: made.ref };
}

/** The open cart still owes this amount. */
function requirePayable(till: Till, db: ReadDb, { cartId, amount }: StartQris): void {
  if (openShift(db) === null) throw new AppError("NO_SHIFT");
  const open = openCart(db, till.identity().outletId);
  if (open.cartId !== cartId) throw new AppError("TOTAL_CHANGED");
  const { total } = priceCart(open.cart);
  const live = liveQrisTenders(db, cartId).reduce((sum, row) => sum + row.amount, 0);
  if (live + amount > total) throw new AppError("TENDER_ABOVE_TOTAL");
}

function openRow(db: ReadDb, qrisId: string): QrisTenderRow {
  const row = qrisTender(db, qrisId);
  if (row?.state !== "OPEN") throw new AppError("QRIS_NOT_OPEN");
  return row;
}

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new AppError("PROVIDER_UNREACHABLE", { retryable: true, cause });
  }
}

function instant(till: Till, db: ReadDb): number {
  return till.clock.read(journalHead(db)?.at ?? null).at;
}
