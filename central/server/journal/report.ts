import type { ReportAnswer, ReportRequest } from "../../../shared/contract/sync.ts";
import type { CentreDeps } from "../deps.ts";
import { spareCodeOf } from "../stores/spare-code.ts";
import { noteHeard, type TillRecord } from "../stores/till.ts";
import { saveReport, verdictsOf } from "../stores/till-report.ts";

/**
 * Keeps how a till stands, and tells it what became of its entries, which key to change, and which till
 * code is kept free for the one that may go on from it. A revoked till may ask too.
 */
export async function takeReport(
  { database, clock }: CentreDeps,
  till: TillRecord,
  report: ReportRequest,
): Promise<ReportAnswer> {
  const nowMs = clock.wallMs();
  await noteHeard(database, till, { nowMs, spoke: null });
  await saveReport(database, till, { report, nowMs });
  const { keyToChange } = till;
  const told = { keyToChange, spareTillCode: await spareCodeOf(database, till) };
  if (report.waiting.length === 0) return { verdicts: [], ...told };
  return { verdicts: await verdictsOf(database, till, report.waiting), ...told };
}
