import { expect, test } from "vitest";
import type { TillRow } from "../../../shared/contract/centre-api.ts";
import { tillHeap, tillRank, tillStanding, tillStandings } from "./till-standing.ts";

const noon = Date.UTC(2026, 10, 22, 5);
const till: TillRow = {
  tillId: "019a9f6e-0000-7000-8000-000000000001",
  outletName: "Galeri Dekranasda Kraksaan",
  outletCode: "GDK",
  tillCode: "01",
  deviceKind: "till",
  state: "ACTIVE",
  isClosed: false,
  lastHeardAt: noon - 60_000,
  version: "0.1.0",
  headSeq: 12,
  salesToday: 3,
  quarantined: 0,
  alarm: null,
  clockDriftMs: 0,
  reportedAt: noon - 60_000,
  unsent: 0,
  unsentSince: null,
  backupAt: noon - 3_600_000,
  diskFreeBytes: null,
  isKeyProtected: null,
  keyAskedAt: null,
  protocol: null,
  numberGaps: 0,
  resumedFrom: null,
  provisionalSince: null,
  continuedBy: null,
};

test("a till heard from a minute ago is connected", () => {
  expect(tillStanding(till, noon)).toMatchObject({ tone: "good", word: "Terhubung, baru saja" });
});

test("a silent till is told with how long, and worse after a day", () => {
  expect(tillStanding({ ...till, lastHeardAt: noon - 2 * 3_600_000 }, noon)).toMatchObject({
    tone: "waiting",
    word: "Diam, terakhir 2 jam lalu",
  });
  expect(tillStanding({ ...till, lastHeardAt: noon - 49 * 3_600_000 }, noon).tone).toBe("bad");
});

test("an alarm outranks a fresh connection", () => {
  expect(tillStanding({ ...till, alarm: "FORK" }, noon).tone).toBe("bad");
  expect(tillStanding({ ...till, alarm: "CORRUPT" }, noon).tone).toBe("bad");
});

test("a closed till is told as closed, however long it has been silent", () => {
  const closed = { ...till, isClosed: true, lastHeardAt: noon - 99 * 24 * 3_600_000 };
  expect(tillStanding(closed, noon)).toMatchObject({ tone: "plain", word: "Ditutup" });
  const [first, second] = tillStandings({ ...closed, alarm: "FORK" }, noon);
  expect([first.word, second?.tone]).toEqual(["Ditutup", "bad"]);
});

test("each problem is told with what to do, the worst first", () => {
  const wrong = { ...till, quarantined: 2, unsent: 1_200, isKeyProtected: false };
  const told = tillStandings(wrong, noon);
  expect(told.map(({ word }) => word)).toEqual([
    "1.200 catatan belum terkirim",
    "2 catatan menunggu pemeriksaan",
    "Kunci tidak terlindungi",
  ]);
  expect(told.every(({ advice }) => advice !== null)).toBe(true);
});

test("the worst till stands first, then the one with more that is wrong", () => {
  const rows = [
    { ...till, isClosed: true },
    till,
    { ...till, quarantined: 1 },
    { ...till, quarantined: 1, isKeyProtected: false },
    { ...till, alarm: "FORK" } as const,
  ];
  const ranks = rows.map((row) => tillRank(row, noon));
  expect(ranks).toEqual(ranks.toSorted((left, right) => right - left));
});

test("tills lie on three heaps", () => {
  expect(tillHeap(till, noon)).toBe("WELL");
  expect(tillHeap({ ...till, alarm: "FORK" }, noon)).toBe("WRONG");
  expect(tillHeap({ ...till, isClosed: true }, noon)).toBe("UNUSED");
  expect(tillHeap({ ...till, isClosed: true, quarantined: 1 }, noon)).toBe("WRONG");
});

test("a till that never spoke, and one whose licence ended", () => {
  expect(tillStanding({ ...till, lastHeardAt: null }, noon).word).toBe("Belum pernah terhubung");
  expect(tillStanding({ ...till, state: "REVOKED", alarm: "FORK" }, noon).word).toBe(
    "Izin dicabut",
  );
});
