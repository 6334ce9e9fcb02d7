import { type ClockWitness, DOUBT_MS, isClockJump } from "../../../shared/domain/clock.ts";
import { instantText } from "../../../shared/domain/period.ts";
import type { Clock } from "../adapters.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { clockJump, forgetClockJump, saveClockJump } from "../db/stores/clock-jump.ts";
import { journalHead } from "../db/stores/journal.ts";
import { takesEntries } from "./takes-entries.ts";

/** Often enough that little is sold between a jump and its entry. */
const LOOK_EVERY_MS = 15_000;

/** Where the wall clock should stand, and where it stands. */
type Stand = { readonly expected: number; readonly found: number };

/**
 * Looks at the wall clock while the core runs and journals each jump once: against the newest entry at
 * the start, against monotonic time from then on. It never waits and never stops a sale.
 */
export function watchClock(till: Till, clock: Clock): void {
  const found = clock.wallMs() + till.clock.offsetMs();
  const lastAt = journalHead(till.file.db())?.at;
  const start = { wall: clock.wallMs(), monotonic: clock.monotonicMs() };
  lookAgain(till, clock, start);
  if (lastAt !== undefined) journalJump(till, "JOURNAL", { expected: lastAt, found });
}

type Seen = { readonly wall: number; readonly monotonic: number };

function lookAgain(till: Till, clock: Clock, seen: Seen): void {
  till.schedule(LOOK_EVERY_MS, () => {
    const now = { wall: clock.wallMs(), monotonic: clock.monotonicMs() };
    // First, so that a look that fails is not the last.
    lookAgain(till, clock, now);
    const expected = Math.round(seen.wall + now.monotonic - seen.monotonic);
    journalJump(till, "MONOTONIC", { expected, found: now.wall });
  });
}

function journalJump(till: Till, against: "MONOTONIC" | "JOURNAL", stand: Stand): void {
  if (!isClockJump(against, stand) || !takesEntries(till.file.db())) return;
  till.file.commit((db) => {
    const before = clockJump(db);
    const movedMs = stand.found - stand.expected;
    const known = before.forwardMs === null || against === "JOURNAL" ? null : before.forwardMs;
    const doubted = before.doubted || (against === "MONOTONIC" && Math.abs(movedMs) > DOUBT_MS);
    if (doubted) till.clock.doubt();
    writeClockMoved(till, db, { against, ...stand });
    saveClockJump(db, { forwardMs: known === null ? null : known + movedMs, doubted });
  });
  till.entryWritten();
  till.changed();
}

/**
 * What the centre's time tells of the wall clock, in the transaction that keeps its new offset: a jump
 * that nothing told before; answers whether it was journalled. `wasMs` is the offset of the last time
 * the centre was heard, null: never.
 */
export function judgeByCentre(
  till: Till,
  db: WriteDb,
  { wall, offsetMs, wasMs }: Readonly<{ wall: number; offsetMs: number; wasMs: number | null }>,
): boolean {
  const { forwardMs } = clockJump(db);
  forgetClockJump(db);
  if (wasMs === null || forwardMs === null || !takesEntries(db)) return false;
  const stand = { expected: wall + offsetMs - (wasMs - forwardMs), found: wall };
  const jumped = isClockJump("CENTRE", stand);
  if (jumped) writeClockMoved(till, db, { against: "CENTRE", ...stand });
  return jumped;
}

function writeClockMoved(
  till: Till,
  db: WriteDb,
  { against, expected, found }: Stand & { readonly against: ClockWitness },
): void {
  till.journal().write(db, {
    actorId: till.identity().tillId,
    commandId: till.newId(),
    build: (head) => ({
      v: 1,
      kind: "CLOCK_MOVED",
      ...head,
      against,
      expected: instantText(expected),
      found: instantText(found),
    }),
  });
}
