import { describe, expect, it } from "vitest";
import { type DemoReport, discrepancies } from "./report.ts";

const sale = {
  id: "019a41c2-7c00-7000-8000-000000000001",
  number: "KB-01-261122-000001",
  total: 60_000,
  buyerAssurance: "SIGNED_CARD",
  buyerRef: "019a41c2-7c00-7000-8000-000000000002",
  period: "2026-11",
  counted: 55_000,
  printOutcome: "PRINTED",
  stepsMs: { scanToName: 20, payToCommitted: 30, commitToPrinted: 200, commitToCentre: 400 },
};
const person = {
  ref: sale.buyerRef,
  class: "PELAKSANA",
  obligation: 50_000,
  counted: 55_000,
  status: "MET",
};
const sound: DemoReport = {
  electron: "25.1.1",
  node: "24.21.0",
  sales: [sale],
  centre: { entries: 4, sales: 1, sum: 60_000, quarantined: 0, people: [person] },
  till: { entries: 4, sales: 1, sum: 60_000, outbox: 0 },
};
const wanted = { sales: 1, receipts: 1, verifierExit: 0 };

describe("the demo's accounts", () => {
  it("are found sound when till and centre agree", () => {
    expect(discrepancies(sound, wanted)).toEqual([]);
  });

  it.each<[string, DemoReport, typeof wanted]>([
    ["an unsent entry", { ...sound, till: { ...sound.till, outbox: 1 } }, wanted],
    ["a sale lost on the way", { ...sound, centre: { ...sound.centre, sales: 0 } }, wanted],
    ["a sum that differs", { ...sound, centre: { ...sound.centre, sum: 59_000 } }, wanted],
    ["a held entry", { ...sound, centre: { ...sound.centre, quarantined: 1 } }, wanted],
    ["a receipt that was never printed", sound, { ...wanted, receipts: 0 }],
    [
      "a printer that did not confirm",
      { ...sound, sales: [{ ...sale, printOutcome: "SENT" }] },
      wanted,
    ],
    ["a journal that does not verify", sound, { ...wanted, verifierExit: 1 }],
    ["a sale too few", sound, { ...wanted, sales: 2 }],
    [
      "a month counted otherwise",
      { ...sound, centre: { ...sound.centre, people: [{ ...person, counted: 60_000 }] } },
      wanted,
    ],
    [
      "a duty called short that was met",
      { ...sound, centre: { ...sound.centre, people: [{ ...person, status: "SHORT" }] } },
      wanted,
    ],
  ])("name %s", (_, report, expected) => {
    expect(discrepancies(report, expected)).not.toEqual([]);
  });
});
