import type { ConfirmPeriod } from "../../../shared/contract/quarantine-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { SaleBody } from "../../../shared/contract/journal-bodies.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { parseBody } from "../journal/parse-body.ts";
import { NO_RULING } from "../journal/ruling.ts";
import { writeAudit } from "../stores/audit.ts";
import { saveDecision } from "../stores/entry-decision.ts";
import { entryAt } from "../stores/entry-view.ts";
import { isPeriodOpenAt } from "../stores/open-period.ts";
import { type Desk, openDesk } from "./decide-entry.ts";
import { reviseSale } from "./revise-sale.ts";

/**
 * Says which month a sale under a doubtful clock belongs to; its buyer's and its makers' totals follow.
 * Fails with: NOT_FOUND for one that does not wait for it, BAD_INPUT for a month to come,
 * MONTH_LOCKED for a locked one that it was not written for.
 */
export async function confirmPeriod(
  deps: CentreDeps,
  asked: ConfirmPeriod & { readonly userId: string },
): Promise<void> {
  const { tillId, seq, period, userId } = asked;
  await deps.database.transaction(async (tx) => {
    const desk = await openDesk(deps, tx, { tillId, userId });
    const { till } = desk;
    if (period > periodOf(desk.at)) throw new AppError("BAD_INPUT");
    if (!(await isPeriodOpenAt(tx, till, seq))) throw new AppError("NOT_FOUND");
    const entry = await entryAt(tx, till, seq);
    const parsed = parseBody(entry?.body ?? "");
    const body = parsed.state === "READ" ? parsed.known : null;
    if (body?.kind !== "SALE") throw new AppError("NOT_FOUND");
    await writeConfirmed(deps, tx, { desk, asked, body });
    const before = { code: null, ruling: NO_RULING };
    const after = { code: null, ruling: { ...NO_RULING, period } };
    await reviseSale(tx, desk, { seq, body, before, after });
  });
}

type Confirmed = { readonly desk: Desk; readonly asked: ConfirmPeriod; readonly body: SaleBody };

async function writeConfirmed(
  { newId }: CentreDeps,
  tx: Transaction,
  { desk, asked, body }: Confirmed,
): Promise<void> {
  const { till, head, at, userId } = desk;
  const { tillId, seq, period, reason } = asked;
  const decided = { seq, subject: "PERIOD", decision: "PERIOD_CONFIRMED" } as const;
  const what = { code: "PERIOD_PENDING", contentCode: null, correction: period };
  const by = { reason, afterSeq: head.seq, at, userId };
  await saveDecision(tx, till, { ...decided, ...what, ...by });
  await writeAudit(tx, till.regencyId, {
    auditId: newId(),
    at,
    userId,
    action: "entry.period_confirmed",
    subject: `${tillId}/${seq}`,
    before: { period: body.period },
    after: { period, reason },
  });
}
