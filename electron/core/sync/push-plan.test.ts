import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_PUSH_BYTES, type PushAnswer } from "../../../shared/contract/sync.ts";
import type { Outbound } from "./outbox.ts";
import {
  fittingBatch,
  nextBatchSize,
  reconcile,
  smallerBatchSize,
  weighAnswer,
} from "./push-plan.ts";

const TILL = "0190c6a0-0000-7000-8000-000000000001";
const hash = (seq: number): string => seq.toString(16).padStart(64, "0");
/** A till whose file ends at entry 9. */
const ours = (seq: number): string | null => (seq >= 0 && seq <= 9 ? hash(seq) : null);

function outbound(seq: number, body: string): Outbound {
  return { prevHash: hash(seq - 1), hash: hash(seq), push: { seq, body, signature: "" } };
}
function accepted(seq: number, exceptions: { seq: number; hash: string; code: string }[] = []) {
  const head = {
    centreKeyId: "0".repeat(16),
    tillId: TILL,
    seq,
    hash: hash(seq),
    receivedAt: "2026-11-22T02:14:00.000Z",
    signature: "A".repeat(86),
  };
  const through = { seq, hash: hash(seq) };
  return { state: "ACCEPTED", through, exceptions, head } satisfies PushAnswer;
}

describe("a batch", () => {
  it("doubles while answers are quick, halves when they are slow, and stays within its bounds", () => {
    expect(nextBatchSize(200, { entries: 200, tookMs: 300 })).toBe(400);
    expect(nextBatchSize(200, { entries: 3, tookMs: 30 })).toBe(200);
    expect(nextBatchSize(200, { entries: 200, tookMs: 5_000 })).toBe(100);
    expect(nextBatchSize(2_000, { entries: 2_000, tookMs: 300 })).toBe(2_000);
    expect(nextBatchSize(1, { entries: 1, tookMs: 5_000 })).toBe(1);
    expect(smallerBatchSize(1)).toBe(1);
  });

  it("is the longest run from the front under 4 MiB, and never empty", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 2_000 }),
        (lengths, size) => {
          const entries = lengths.map((length, i) => outbound(i + 1, "x".repeat(length)));
          const batch = fittingBatch(entries, size);
          expect(batch).toEqual(entries.slice(0, batch.length));
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(size);
          const text = JSON.stringify(batch.map((entry) => entry.push));
          expect(Buffer.byteLength(text)).toBeLessThan(MAX_PUSH_BYTES);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("counts bytes, not characters", () => {
    const wide = Array.from({ length: 8 }, (_, i) => outbound(i + 1, "€".repeat(300_000)));
    expect(fittingBatch(wide, 2_000)).toHaveLength(4);
  });
});

describe("an answer", () => {
  it("clears what it names, and keeps aside what it lists", () => {
    const exception = { seq: 4, hash: hash(4), code: "ENTRY_SUMS" };
    expect(weighAnswer(accepted(5, [exception]), ours)).toMatchObject({
      kind: "ACKNOWLEDGED",
      through: { seq: 5 },
      exceptions: [exception],
    });
  });

  it("does not mark entries we do not have, or that come later", () => {
    const strange = [
      { seq: 4, hash: hash(99), code: "ENTRY_SUMS" },
      { seq: 7, hash: hash(7), code: "ENTRY_SUMS" },
    ];
    expect(weighAnswer(accepted(5, strange), ours)).toMatchObject({ exceptions: [] });
  });

  it("that names a head not on our chain is compared, not believed", () => {
    expect(weighAnswer(accepted(12), ours)).toEqual({
      kind: "RECONCILE",
      head: { seq: 12, hash: hash(12) },
    });
  });

  it("that contradicts its own signed head is nonsense", () => {
    const answer = { ...accepted(5), through: { seq: 4, hash: hash(4) } };
    expect(weighAnswer(answer, ours)).toEqual({ kind: "NONSENSE" });
  });

  it("of a gap, a fork and corruption are three different things", () => {
    const head = { seq: 3, hash: hash(3) };
    expect(weighAnswer({ state: "GAP", expected: 4, head }, ours)).toEqual({
      kind: "RECONCILE",
      head,
    });
    expect(weighAnswer({ state: "FORK", seq: 3, hash: hash(3) }, ours)).toEqual({
      kind: "STOP",
      code: "FORK",
    });
    expect(weighAnswer({ state: "CORRUPT", seq: 3 }, ours)).toEqual({
      kind: "STOP",
      code: "CORRUPT",
    });
  });
});

describe("the centre's head", () => {
  it("further than we knew is a lost answer", () => {
    expect(reconcile({ seq: 7, hash: hash(7) }, ours)).toEqual({
      kind: "RESUME",
      acknowledgedSeq: 7,
    });
  });

  it("nearer than we knew, or empty, is a centre restored from an older copy", () => {
    expect(reconcile({ seq: 2, hash: hash(2) }, ours)).toMatchObject({ acknowledgedSeq: 2 });
    expect(reconcile({ seq: 0, hash: hash(0) }, ours)).toMatchObject({ acknowledgedSeq: 0 });
  });

  it("past the end of our file, or with another hash, is a fork", () => {
    expect(reconcile({ seq: 10, hash: hash(10) }, ours)).toEqual({ kind: "FORK" });
    expect(reconcile({ seq: 5, hash: hash(6) }, ours)).toEqual({ kind: "FORK" });
  });
});
