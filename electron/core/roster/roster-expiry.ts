import { type RosterAge, rosterAge } from "../../../shared/domain/roster.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import { wipeIdentities } from "../db/stores/roster.ts";
import { startRefill, syncState } from "../db/stores/sync-state.ts";
import { till as enrolledTill } from "../db/stores/till.ts";

/** Often enough that a roster outlives its day by an hour at most. */
const LOOK_EVERY_MS = 60 * 60 * 1_000;

/** How old the till's roster is at an instant; before the first pull it counts from enrolment. */
export function ageOfRoster(db: ReadDb, now: number): RosterAge {
  const since = syncState(db).lastPullAt ?? enrolledTill(db)?.enrolledAt ?? now;
  return rosterAge(since, now);
}

/**
 * Wipes names and NIP once the till has not pulled for 45 days, and has the next pull bring all of
 * them back. A doubtful clock wipes too: a till that lost its time is one that is not looked after.
 */
function expireRoster(till: Till): void {
  const { at } = till.clock.read(journalHead(till.file.db())?.at ?? null);
  if (ageOfRoster(till.file.db(), at).state !== "EXPIRED") return;
  const wiped = till.file.commit((db) => {
    if (ageOfRoster(db, at).state !== "EXPIRED") return 0;
    const people = wipeIdentities(db);
    if (people > 0) startRefill(db);
    return people;
  });
  if (wiped > 0) till.log("roster expired", { people: wiped });
}

/** Expires the roster now if it is due, and looks again every hour while the core runs. */
export function watchRoster(till: Till): void {
  // First, so that a look that fails is not the last.
  till.schedule(LOOK_EVERY_MS, () => {
    watchRoster(till);
    till.changed();
  });
  expireRoster(till);
}
