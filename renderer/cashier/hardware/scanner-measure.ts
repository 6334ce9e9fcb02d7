import { type KeyPress, wedgeKeyOf } from "../wedge/wedge-key.ts";

/** A pause this long ends a run of keys. */
export const RUN_ENDS_MS = 500;
const AIM_ID = /^\][A-Za-z][0-9A-Za-z]/;
/** Slower than this a scanner is recognised by what it types, not by its pace. */
const SLOW_MS = 60;

export type TimedPress = KeyPress & { readonly atMs: number };

/** How a scanner typed one code; gaps in milliseconds. Nothing of the code itself. */
export type ScannerMeasure = {
  readonly characters: number;
  readonly meanGapMs: number;
  readonly maxGapMs: number;
  /** keys that closed the code, in order, null when there was none */
  readonly suffix: string | null;
  readonly capsLock: boolean;
  /** the symbology identifier before the code, such as `]Q1` */
  readonly aim: string | null;
  readonly slow: boolean;
};

/** The presses of the newest run with one more; a pause or a suffix before it begins a new run. */
export function withPress(run: readonly TimedPress[], press: TimedPress): readonly TimedPress[] {
  if (wedgeKeyOf(press).kind === "modifier") return run;
  const last = run.at(-1);
  if (last === undefined || press.atMs - last.atMs > RUN_ENDS_MS) return [press];
  const closed = wedgeKeyOf(last).kind === "suffix";
  return closed && wedgeKeyOf(press).kind !== "suffix" ? [press] : [...run, press];
}

/** Measures a run of key presses; null while there is nothing to measure. */
export function measureRun(run: readonly TimedPress[]): ScannerMeasure | null {
  const keys = run.map((press) => ({ press, key: wedgeKeyOf(press) }));
  const text = keys.map(({ key }) => (key.kind === "char" ? key.char : "")).join("");
  const typed = keys.filter(({ key }) => key.kind === "char").map(({ press }) => press.atMs);
  if (typed.length < 2) return null;
  const gaps = typed.slice(1).map((atMs, i) => atMs - (typed[i] ?? atMs));
  const suffixes = keys.filter(({ key }) => key.kind === "suffix").map(({ press }) => press);
  const meanGapMs = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return {
    characters: text.length,
    meanGapMs: Math.round(meanGapMs),
    maxGapMs: Math.round(Math.max(...gaps)),
    suffix: suffixes.length === 0 ? null : suffixes.map(suffixName).join(" + "),
    capsLock: run.some(({ capsLock }) => capsLock),
    aim: AIM_ID.exec(text)?.[0] ?? null,
    slow: meanGapMs >= SLOW_MS,
  };
}

function suffixName({ ctrl, code }: TimedPress): string {
  return ctrl ? `Ctrl+${code.replace("Key", "")}` : code.replace("Numpad", "");
}
