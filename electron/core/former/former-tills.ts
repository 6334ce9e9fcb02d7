import { ResumedBody } from "../../../shared/contract/till-bodies.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { transact } from "../db/database.ts";
import { entryBySeq } from "../db/stores/journal.ts";
import { dropFormer, formerTills } from "../db/stores/former-till.ts";
import type { Session } from "../sync/session.ts";
import type { SyncContext } from "../sync/sync-context.ts";
import { pageFromCentre } from "./from-centre.ts";
import { openOldFile, pageFromFile } from "./from-file.ts";
import { beginPredecessor } from "./keep-entries.ts";

/**
 * Brings the journals of former tills that lie beside this till's file, the newest first, as long as
 * `goesOn`. A till that names none does nothing.
 */
export async function takeFromFiles(
  context: Pick<SyncContext, "db" | "identity" | "pause">,
  goesOn: () => boolean,
): Promise<void> {
  const { db } = context;
  beginWithOwn(context);
  for (;;) {
    const row = formerTills(db).find(
      ({ source, nextSeq, faultCode }) => source === "FILE" && nextSeq !== 0 && faultCode === null,
    );
    if (row === undefined || !goesOn()) return;
    const old = openOldFile(db, row.tillId);
    if (old === null) {
      transact(db, (write) => dropFormer(write, row));
      continue;
    }
    try {
      await pageFromFile(context, row, old);
    } finally {
      old.close();
    }
  }
}

/**
 * Brings what the centre has of former tills, a page at a time, as long as `goesOn`. No sale and no
 * push depends on it: a centre that does not know it, or fails at it, changes nothing.
 */
export async function takeFromCentre(
  context: SyncContext,
  session: Session,
  goesOn: () => boolean,
): Promise<void> {
  try {
    while (goesOn() && (await pageFromCentre(context, session)));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** The first former till is named by the first entry of this till's own journal. */
function beginWithOwn({ db }: Pick<SyncContext, "db">): void {
  const first = entryBySeq(db, 1);
  if (first?.kind !== "RESUMED") return;
  const body = ResumedBody.parse(JSON.parse(first.body));
  transact(db, (write) => beginPredecessor(write, body));
}
