import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { newestCopy } from "../db/stores/print-job.ts";
import { reversalById } from "../db/stores/reversal.ts";

/** Journals one more copy of a return's receipt and gives its number. Fails with: NOT_FOUND. */
export function recordReturnCopy(
  till: Till,
  db: WriteDb,
  by: { readonly ref: string; readonly commandId: string; readonly actorId: string },
): number {
  const { ref, commandId, actorId } = by;
  const row = reversalById(db, ref);
  if (row === null || row.number === null) throw new AppError("NOT_FOUND");
  const { saleId, number } = row;
  const copy = (newestCopy(db, { kind: "RETURN", ref }) ?? 0) + 1;
  till.journal().write(db, {
    actorId,
    commandId,
    build: (head) => ({ v: 1, kind: "REPRINTED", ...head, saleId, number, copy }),
  });
  return copy;
}
