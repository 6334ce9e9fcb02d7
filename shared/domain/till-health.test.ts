import { expect, test } from "vitest";
import { type TillFacts, tillProblems } from "./till-health.ts";

const nowMs = Date.UTC(2026, 10, 22, 5);
const DAY = 24 * 3_600_000;
const well: TillFacts = {
  state: "ACTIVE",
  isClosed: false,
  alarm: null,
  lastHeardAt: nowMs - 60_000,
  unsent: 0,
  unsentSince: null,
  clockDriftMs: 1_000,
  quarantined: 0,
  backupAt: nowMs - DAY,
  diskFreeBytes: 20 * 1024 ** 3,
  isKeyProtected: true,
  protocol: 2,
  resumedFrom: null,
  provisionalSince: null,
};
const of = (facts: Partial<TillFacts>) =>
  tillProblems({ ...well, ...facts }, { nowMs, protocol: 2 });

test("a till that is well has no problem, nor has one of a version that does not say", () => {
  expect(of({})).toEqual([]);
  const silent = { unsent: null, clockDriftMs: null, backupAt: null, diskFreeBytes: null };
  expect(of({ ...silent, isKeyProtected: null, protocol: null })).toEqual([]);
});

test("each fact that is out of bounds is a problem, the worst first", () => {
  expect(of({ alarm: "FORK", backupAt: nowMs - 4 * DAY })).toEqual(["FORK", "BACKUP"]);
  expect(of({ lastHeardAt: nowMs - 2 * DAY, quarantined: 1 })).toEqual(["SILENT", "QUARANTINED"]);
  expect(of({ lastHeardAt: null })).toEqual(["UNHEARD"]);
  expect(of({ unsent: 1_000 })).toEqual(["BACKLOG"]);
  expect(of({ unsent: 1, unsentSince: nowMs - 2 * DAY })).toEqual(["BACKLOG"]);
  expect(of({ clockDriftMs: -6 * 60_000 })).toEqual(["CLOCK"]);
  expect(of({ diskFreeBytes: 1024 ** 3 - 1 })).toEqual(["DISK"]);
  expect(of({ resumedFrom: { standing: "OTHER" } })).toEqual(["TWIN"]);
  expect(of({ provisionalSince: nowMs - 6 * DAY })).toEqual(["PROVISIONAL"]);
  expect(of({ provisionalSince: nowMs - 8 * DAY })).toEqual([]);
  expect(of({ isKeyProtected: false, protocol: 1 })).toEqual(["KEY", "PROTOCOL"]);
});

test("of a till that is not used any more only what waits for a person is told", () => {
  const long = { lastHeardAt: nowMs - 99 * DAY, backupAt: nowMs - 99 * DAY, quarantined: 2 };
  expect(of({ ...long, isClosed: true, alarm: "FORK" })).toEqual(["FORK", "QUARANTINED"]);
  expect(of({ ...long, state: "REVOKED", alarm: "FORK" })).toEqual(["QUARANTINED"]);
});
