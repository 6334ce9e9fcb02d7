import { expect, test } from "vitest";
import { draft, morning } from "./testing/day.ts";
import { exportOf, FIRST } from "./testing/journal.ts";
import { faultsOf } from "./testing/judge.ts";

const time = (clock: string) => `2026-11-02T${clock}.000Z`;

test.each<[string, object, boolean]>([
  ["from then to now", { of: "CENTRE", from: time("00:02:00"), to: time("01:08:00") }, true],
  ["of no time at all", { of: "CLOCK", from: time("01:08:00"), to: time("01:08:00") }, true],
  [
    "that ended before it began",
    { of: "CENTRE", from: time("01:09:00"), to: time("01:08:00") },
    false,
  ],
  ["that is not over", { of: "CENTRE", from: time("01:02:00"), to: time("01:30:00") }, false],
  ["of nothing", { of: "COFFEE", from: time("01:02:00"), to: time("01:08:00") }, false],
  ["from no time that exists", { of: "CLOCK", from: "00", to: time("01:08:00") }, false],
  ["without a begin", { of: "PRINTER", to: time("01:08:00") }, false],
])("an outage %s", async (_name, fields, sound) => {
  const drafts = [...morning(), draft("OUTAGE", 8, fields)];
  const faults = await faultsOf(exportOf([{ ...FIRST, drafts }]));
  expect(faults).toEqual(sound ? [] : ["1 9 BODY_MALFORMED"]);
});
