import type { PrinterView, SyncView } from "../../../shared/contract/till-state.ts";
import { isWorthJournalling, OUTAGES, type OutageOf } from "../../../shared/domain/outage.ts";
import { instantMs, instantText } from "../../../shared/domain/period.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { deleteOutage, insertOutage, outageSince } from "../db/stores/outage.ts";
import { openShift } from "../db/stores/shift.ts";
import { takesEntries } from "./takes-entries.ts";

/** Whoever sells waits for none of this: half a minute late is early enough. */
const LOOK_EVERY_MS = 30_000;

/** What the till knows of centre and printer. */
export type OutageSources = {
  readonly sync: () => SyncView | null;
  readonly printer: () => PrinterView;
};

/**
 * Looks while the core runs at what may be out. Its begin is kept in the file, so that a restart does
 * not shorten it; once it is over, one OUTAGE says from when to when.
 */
export function watchOutages(till: Till, sources: OutageSources): void {
  // First, so that a look that fails is not the last.
  till.schedule(LOOK_EVERY_MS, () => watchOutages(till, sources));
  const head = journalHead(till.file.db());
  if (head === null || !takesEntries(till.file.db())) return;
  const { at, state } = till.clock.read(head.at);
  const isOut: Readonly<Record<OutageOf, boolean | null>> = {
    SIGNER: till.keys() === null,
    CENTRE: isCentreOut(sources.sync()),
    PRINTER: isPrinterOut(till, sources.printer()),
    CLOCK: state === "DOUBTFUL",
  };
  for (const what of OUTAGES) follow(till, what, { isOut: isOut[what], at });
}

/** `isOut` null: nobody knows yet, and what was known before holds. */
function follow(
  till: Till,
  what: OutageOf,
  { isOut, at }: { readonly isOut: boolean | null; readonly at: number },
): void {
  const since = outageSince(till.file.db(), what);
  if (isOut === null || isOut === (since !== null)) return;
  if (since === null) till.file.commit((db) => insertOutage(db, what, at));
  else endOutage(till, what, { since, at });
}

function endOutage(
  till: Till,
  what: OutageOf,
  { since, at }: { readonly since: number; readonly at: number },
): void {
  const isWorth = isWorthJournalling(what, at - since);
  till.file.commit((db) => {
    deleteOutage(db, what);
    if (!isWorth) return;
    till.journal().write(db, {
      actorId: till.identity().tillId,
      commandId: till.newId(),
      build: (head) => ({
        v: 1,
        kind: "OUTAGE",
        ...head,
        of: what,
        from: instantText(Math.min(since, instantMs(head.at))),
        to: head.at,
      }),
    });
  });
  if (!isWorth) return;
  till.entryWritten();
  till.changed();
}

/** Only silence is an outage: a centre that refuses this till is there. */
function isCentreOut(view: SyncView | null): boolean | null {
  if (view?.state === "ONLINE") return false;
  return view?.state === "OFFLINE" && view.failureCode !== null ? true : null;
}

/** A printer that nobody needs may be off: its outage begins while a shift is open. */
function isPrinterOut(till: Till, { state }: PrinterView): boolean | null {
  if (state === "READY" || state === "BUSY" || state === "NOT_SET") return false;
  return openShift(till.file.db()) === null ? null : true;
}
