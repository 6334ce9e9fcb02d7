import type { Clock, Log, RandomBytes, Schedule } from "./adapters.ts";
import type { Till } from "./context.ts";
import { clockJump } from "./db/stores/clock-jump.ts";
import { clockSet } from "./db/stores/clock-set.ts";
import { latestAt } from "./db/stores/journal.ts";
import { syncState } from "./db/stores/sync-state.ts";
import type { TillFile } from "./db/till-file.ts";
import type { Enrolled } from "./identity.ts";
import { createIds } from "./ids.ts";
import { createJournal, type Journal } from "./journal/journal.ts";
import type { TillKeys } from "./keys/till-keys.ts";
import type { KeyCustody } from "./keys/key-custody.ts";
import { type Approvals, createApprovals } from "./staff/approval.ts";
import type { PaymentProvider } from "./paying/provider.ts";
import { createSession } from "./staff/session.ts";
import { createTillClock, type TillClock } from "./till-clock.ts";

/** What the nouns tell the rest of the core; connected once all parts stand. */
export type Wires = {
  changed: Till["changed"];
  sold: Till["sold"];
  entryWritten: Till["entryWritten"];
  shiftClosed: Till["shiftClosed"];
  receiptQueued: Till["receiptQueued"];
};

export type TillParts = {
  readonly file: TillFile;
  readonly custody: KeyCustody;
  readonly enrolled: Enrolled;
  readonly wires: Wires;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly schedule: Schedule;
  readonly log: Log;
  readonly step: (name: string) => void;
  readonly provider: PaymentProvider | null;
};

export function assembleTill(parts: TillParts): Till {
  const { custody, enrolled, wires, random, schedule, log, step } = parts;
  const approvals = createApprovals(schedule);
  const file = withApprovals(parts.file, approvals);
  const clock = clockOf(file, parts.clock);
  const newId = createIds(parts.clock, random);
  const { keys } = custody;
  const journalOf = (tillId: string, own?: TillKeys): Journal =>
    createJournal({ tillId, keys: own === undefined ? keys : () => own, clock, random, newId });
  const journal = onePerTill(journalOf);
  return {
    file,
    clock,
    random,
    newId,
    schedule,
    log,
    keys,
    identity: enrolled.require,
    journalOf,
    journal: () => journal(enrolled.require().tillId),
    session: createSession(),
    approvals,
    provider: parts.provider,
    changed: () => wires.changed(),
    sold: (saleId) => wires.sold(saleId),
    entryWritten: () => wires.entryWritten(),
    shiftClosed: () => wires.shiftClosed(),
    receiptQueued: (drawer) => wires.receiptQueued(drawer),
    step,
  };
}

/** The journal of a till, made once for each: a device may go on as another. */
function onePerTill(journalOf: (tillId: string) => Journal): (tillId: string) => Journal {
  let made: { readonly tillId: string; readonly journal: Journal } | null = null;
  return (tillId) => {
    if (made?.tillId !== tillId) made = { tillId, journal: journalOf(tillId) };
    return made.journal;
  };
}

function clockOf(file: TillFile, clock: Clock): TillClock {
  const set = clockSet(file.db());
  return createTillClock(clock, {
    offsetMs: syncState(file.db()).clockOffsetMs,
    latestAt: latestAt(file.db(), set?.seq ?? 1),
    setOffsetMs: set?.offsetMs ?? null,
    doubted: clockJump(file.db()).doubted,
  });
}

function withApprovals(file: TillFile, { within }: Approvals): TillFile {
  return { ...file, commit: (work) => within(() => file.commit(work)) };
}

/** Wires of a till whose parts are still being put together. */
export function looseWires(): Wires {
  const nothing = (): void => undefined;
  return {
    changed: nothing,
    sold: nothing,
    entryWritten: nothing,
    shiftClosed: nothing,
    receiptQueued: nothing,
  };
}
