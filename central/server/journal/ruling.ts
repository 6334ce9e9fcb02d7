import type { SaleBody } from "../../../shared/contract/journal-bodies.ts";
import type { SaleCorrection } from "../../../shared/contract/quarantine-api.ts";

/** What people decided of a sale beside its entry, which stays as the till wrote it. */
export type Ruling = {
  /** the figures that stand in its place, or null */
  readonly correction: SaleCorrection | null;
  /** the month a person confirmed, or null */
  readonly period: string | null;
};

export const NO_RULING: Ruling = { correction: null, period: null };

/** The sale as it counts: lines and total as corrected, in the month that was confirmed. */
export function ruledBody(body: SaleBody, { correction, period }: Ruling): SaleBody {
  if (correction === null) return period === null ? body : { ...body, period };
  const lines = body.lines.map((line, index) => {
    const said = correction.lines.find(({ no }) => no === index + 1);
    return said === undefined ? line : { ...line, qty: said.qty, net: said.net };
  });
  const total = lines.reduce((sum, { net }) => sum + net, 0);
  return { ...body, lines, total, period: correction.period };
}

/** True when the sale waits for a person to say which month it belongs to. */
export function isPeriodOpen({ clock }: SaleBody, { correction, period }: Ruling): boolean {
  return clock === "DOUBTFUL" && correction === null && period === null;
}
