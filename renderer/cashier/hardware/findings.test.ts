import { beforeEach, expect, it } from "vitest";
import type { CoreCheck } from "../../../shared/contract/hardware.ts";
import { allFindings, report, reportCore, startFindings, useFindings } from "./findings.ts";

const sound: CoreCheck = {
  version: "1.0.0",
  schemaVersion: 2,
  disk: { freeBytes: 50_000_000_000, syncMs: 2 },
  clock: { state: "CENTRE", offsetMs: 120 },
  centre: { roundTripMs: 40, errorCode: null },
};
const verdicts = () => {
  const { DISK, CLOCK, CENTRE } = useFindings.getState().found;
  return [DISK?.verdict, CLOCK?.verdict, CENTRE?.verdict];
};
beforeEach(startFindings);

it("calls a sound computer good", () => {
  reportCore(sound);
  expect(verdicts()).toEqual(["GOOD", "GOOD", "GOOD"]);
});

it.each([
  [{ disk: { freeBytes: 500_000_000, syncMs: 2 } }, ["DOUBT", "GOOD", "GOOD"]],
  [{ disk: { freeBytes: 50_000_000, syncMs: 2 } }, ["BAD", "GOOD", "GOOD"]],
  [{ disk: { freeBytes: 50_000_000_000, syncMs: 80 } }, ["DOUBT", "GOOD", "GOOD"]],
  [{ clock: { state: "WALL", offsetMs: 0 } }, ["GOOD", "DOUBT", "GOOD"]],
  [{ clock: { state: "DOUBTFUL", offsetMs: 0 } }, ["GOOD", "BAD", "GOOD"]],
  [{ clock: { state: "CENTRE", offsetMs: -400_000 } }, ["GOOD", "BAD", "GOOD"]],
  [{ centre: { roundTripMs: 3_000, errorCode: null } }, ["GOOD", "GOOD", "DOUBT"]],
  [{ centre: { roundTripMs: null, errorCode: "CENTRE_UNREACHABLE" } }, ["GOOD", "GOOD", "BAD"]],
] as const)("judges %o", (part, expected) => {
  reportCore({ ...sound, ...part });
  expect(verdicts()).toEqual(expected);
});

it("says of what was not tried that it was not", () => {
  report("SCANNER", "GOOD", { meanGapMs: 16 });
  const all = allFindings(useFindings.getState().found);
  expect(all).toHaveLength(8);
  expect(all.filter(({ verdict }) => verdict !== "UNTRIED")).toEqual([
    { device: "SCANNER", verdict: "GOOD", facts: { meanGapMs: 16 } },
  ]);
});
