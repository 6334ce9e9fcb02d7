import { parseArgs } from "node:util";
import { dateOf, dayNumber } from "../../shared/domain/period.ts";
import { INSPECT_KINDS, type InspectKind, type InspectOptions } from "./inspect-line.ts";

export const USAGE =
  "usage: npm run -s inspect -- nip|qris|card|receipt [--amount RUPIAH] [--today YYYY-MM-DD]\n" +
  "Reads one text a line from standard input and writes one JSON a line.\n";

/** What was asked for, or null when it cannot be understood. */
export function readArguments(
  argv: readonly string[],
  nowMs: number,
): { readonly kind: InspectKind; readonly options: InspectOptions } | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { amount: { type: "string" }, today: { type: "string" } },
    });
    const kind = INSPECT_KINDS.find((known) => known === positionals[0]);
    const { amount = null, today = dateOf(nowMs) } = values;
    const misplaced = amount !== null && kind !== "qris";
    if (kind === undefined || positionals.length > 1 || misplaced) return null;
    return dayNumber(today) === null ? null : { kind, options: { today, amount } };
  } catch {
    return null;
  }
}
