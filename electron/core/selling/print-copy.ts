import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import { type DocumentRef, insertPrintJob, newestCopy } from "../db/stores/print-job.ts";
import { PRINT_DOCUMENTS } from "./print-documents.ts";

/** Queues one more copy of a document, journalled where its kind demands it. Fails with: NOT_FOUND. */
export function queueCopy(
  till: Till,
  db: WriteDb,
  by: {
    readonly document: DocumentRef;
    readonly commandId: string;
    readonly actorId: string;
    /** null or absent: the main receipt printer */
    readonly printerId?: string | null;
  },
): void {
  const { document, commandId, actorId, printerId = null } = by;
  const { recordCopy } = PRINT_DOCUMENTS[document.kind] ?? {};
  const copy =
    recordCopy === undefined
      ? (newestCopy(db, document) ?? -1) + 1
      : recordCopy(till, db, { ref: document.ref, commandId, actorId });
  const { at } = till.clock.read(journalHead(db)?.at ?? null);
  insertPrintJob(db, { jobId: till.newId(), document, copy, at, printerId });
}
