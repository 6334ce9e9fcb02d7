import type { ConfirmPeriod } from "../../../shared/contract/quarantine-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import type { CentreDeps } from "../deps.ts";
import { parseBody } from "../journal/parse-body.ts";
import { NO_RULING } from "../journal/ruling.ts";
import { writeAudit } from "../stores/audit.ts";
import { saveDecision } from "../stores/entry-decision.ts";
import { entryAt } from "../stores/entry-view.ts";
import { isPeriodOpenAt } from "../stores/open-period.ts";
import { checkMonthOpen, openDesk } from "./decide-entry.ts";
import { reviseSale } from "./revise-sale.ts";

/**
 * Says which month a sale under a doubtful clock belongs to; its buyer's and its makers' totals follow.
 * Fails with: NOT_FOUND for one that does not wait for it, BAD_INPUT for a month to come, MONTH_LOCKED.
 */
export async function confirmPeriod(
  deps: CentreDeps,
  asked: ConfirmPeriod & { readonly userId: string },
): Promise<void> {
  const { tillId, seq, period, reason, userId } = asked;
  await deps.database.transaction(async (tx) => {
    const { till, head, at } = await openDesk(deps, tx, { tillId, userId });
    if (period > periodOf(at)) throw new AppError("BAD_INPUT");
    if (!(await isPeriodOpenAt(tx, till, seq))) throw new AppError("NOT_FOUND");
    await checkMonthOpen(tx, till, period);
    const entry = await entryAt(tx, till, seq);
    const parsed = parseBody(entry?.body ?? "");
    const body = parsed.state === "READ" ? parsed.known : null;
    if (body?.kind !== "SALE") throw new AppError("NOT_FOUND");
    const decided = { seq, subject: "PERIOD", decision: "PERIOD_CONFIRMED" } as const;
    const what = { code: "PERIOD_PENDING", contentCode: null, correction: period };
    await saveDecision(tx, till, {
      ...decided,
      ...what,
      reason,
      afterSeq: head.seq,
      at,
      userId,
    });
    await writeAudit(tx, till.regencyId, {
      auditId: deps.newId(),
      at,
      userId,
      action: "entry.period_confirmed",
      subject: `${tillId}/${seq}`,
      before: { period: body.period },
      after: { period, reason },
    });
    const before = { code: null, ruling: NO_RULING };
    const after = { code: null, ruling: { ...NO_RULING, period } };
    await reviseSale(tx, { till, seq, body, at, before, after });
  });
}
