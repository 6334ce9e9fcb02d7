import { expect, test } from "vitest";
import { draft, morning } from "./testing/day.ts";
import { exportOf, FIRST } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";

const time = (clock: string) => `2026-11-02T${clock}.000Z`;
const moved = (against: unknown, expected: unknown, found: unknown) =>
  draft("CLOCK_MOVED", 8, { against, expected, found });

test.each<[string, unknown, unknown, unknown, boolean]>([
  ["back by seconds", "MONOTONIC", time("01:08:03"), time("01:08:00"), true],
  ["ahead by an hour", "MONOTONIC", time("01:08:00"), time("02:08:00"), true],
  ["off the centre", "CENTRE", time("01:08:00"), time("01:14:00"), true],
  ["before the newest entry", "JOURNAL", time("01:08:00"), time("01:00:00"), true],
  ["nowhere", "MONOTONIC", time("01:08:00"), time("01:08:00"), false],
  ["ahead by minutes", "MONOTONIC", time("01:08:00"), time("01:12:00"), false],
  ["little off the centre", "CENTRE", time("01:08:00"), time("01:06:00"), false],
  ["after the newest entry", "JOURNAL", time("01:08:00"), time("09:00:00"), false],
  ["against nothing", "NOBODY", time("01:08:00"), time("02:08:00"), false],
  ["from no time", "MONOTONIC", null, time("02:08:00"), false],
])("a clock that moved %s", async (_name, against, expected, found, sound) => {
  const drafts = [...morning(), moved(against, expected, found)];
  const faults = await faultsOf(exportOf([{ ...FIRST, drafts }]));
  expect(faults).toEqual(sound ? [] : ["1 9 BODY_MALFORMED"]);
});
