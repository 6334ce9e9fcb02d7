import { z } from "zod";
import {
  FIRST_RUN_STEPS,
  FirstRun,
  type FirstRunAnswerInput,
  type FirstRunPlace,
} from "../../../shared/contract/first-run.ts";
import type { Till } from "../context.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { setSetting, setting } from "../db/stores/setting.ts";

const NAME = "first-run";
const Kept = FirstRun.extend({ open: z.boolean() });
type Kept = z.infer<typeof Kept>;

const FIRST: Kept = { open: true, place: "OUTLET", answers: {} };

/** The assistant of a new till where it was left; null while it is closed. */
export function firstRun(db: ReadDb): FirstRun | null {
  const { open, ...shown } = kept(db) ?? { ...FIRST, open: false };
  return open ? shown : null;
}

/** A till that was just enrolled is to be set up. */
export function startFirstRun(db: WriteDb): void {
  keep(db, FIRST);
}

/**
 * Keeps what came of a step and goes to the next; doing it again changes nothing.
 * Fails with: NOT_LOGGED_IN.
 */
export function answerFirstRun(till: Till, { step, answer }: FirstRunAnswerInput): void {
  change(till, ({ answers, ...rest }) => ({
    ...rest,
    answers: { ...answers, [step]: answer },
    place: FIRST_RUN_STEPS[FIRST_RUN_STEPS.indexOf(step) + 1] ?? "SUMMARY",
  }));
}

/** Opens the assistant at a step, also long after the first run. Fails with: NOT_LOGGED_IN. */
export function openFirstRun(till: Till, place: FirstRunPlace): void {
  change(till, (before) => ({ ...before, open: true, place }));
}

/** Puts it away; what was not answered can wait. Fails with: NOT_LOGGED_IN. */
export function closeFirstRun(till: Till): void {
  change(till, (before) => ({ ...before, open: false }));
}

function change(till: Till, next: (before: Kept) => Kept): void {
  till.session.require();
  till.file.commit((db) => keep(db, next(kept(db) ?? FIRST)));
  till.changed();
}

function kept(db: ReadDb): Kept | null {
  const stored = setting(db, NAME);
  return stored === null ? null : Kept.parse(JSON.parse(stored));
}

function keep(db: WriteDb, next: Kept): void {
  setSetting(db, NAME, JSON.stringify(next));
}
