import { expect, it } from "vitest";
import { measureRun, type TimedPress, withPress } from "./scanner-measure.ts";

const plain = { shift: false, ctrl: false, alt: false, meta: false, repeat: false };

function typed(text: string, gapMs: number, more: Partial<TimedPress> = {}): TimedPress[] {
  return [...text].map((key, i) => ({
    ...plain,
    code: /\d/.test(key) ? `Digit${key}` : key === "]" ? "BracketRight" : `Key${key.toUpperCase()}`,
    key,
    shift: /[A-Z]/.test(key),
    capsLock: false,
    atMs: i * gapMs,
    ...more,
  }));
}
const after = (
  run: readonly TimedPress[],
  code: string,
  gapMs: number,
  ctrl = false,
): TimedPress => ({
  ...plain,
  code,
  key: code,
  ctrl,
  capsLock: false,
  atMs: (run.at(-1)?.atMs ?? 0) + gapMs,
});
const run = (presses: readonly TimedPress[]) =>
  presses.reduce<readonly TimedPress[]>((sofar, press) => withPress(sofar, press), []);

it("measures a code: its pace, what closes it, and nothing of what it says", () => {
  const code = typed("8991234567890", 16);
  const measure = measureRun(run([...code, after(code, "Enter", 20)]));
  expect(measure).toEqual({
    characters: 13,
    meanGapMs: 16,
    maxGapMs: 16,
    suffix: "Enter",
    capsLock: false,
    aim: null,
    slow: false,
  });
  expect(JSON.stringify(measure)).not.toContain("899");
});

it("tells a slow scanner, Caps Lock, an AIM id and a closing CR LF", () => {
  const code = typed("]Q1ABC123", 80, { capsLock: true });
  const carriageReturn = after(code, "KeyM", 5, true);
  const lineFeed = after([carriageReturn], "KeyJ", 5, true);
  expect(measureRun(run([...code, carriageReturn, lineFeed]))).toMatchObject({
    slow: true,
    capsLock: true,
    aim: "]Q1",
    suffix: "Ctrl+M + Ctrl+J",
    meanGapMs: 80,
  });
});

it("measures the newest code only, and a scanner without a suffix", () => {
  const first = typed("111111", 10);
  const second = typed("2222", 10).map((press) => ({ ...press, atMs: press.atMs + 5_000 }));
  expect(measureRun(run([...first, ...second]))).toMatchObject({ characters: 4, suffix: null });
  const closed = [...first, after(first, "Enter", 10)];
  const next = typed("333", 10).map((press) => ({ ...press, atMs: press.atMs + 100 }));
  expect(measureRun(run([...closed, ...next]))).toMatchObject({ characters: 3 });
});

it("has nothing to say of a single key", () => {
  expect(measureRun(run(typed("1", 10)))).toBeNull();
});
