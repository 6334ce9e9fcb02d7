import { CARD_PREFIX, looksLikeCard } from "../../../shared/domain/card.ts";
import type { WedgeKey } from "./wedge-key.ts";

/*
 * Tells a scanner's typing from a person's. Characters of a candidate also reach the page, because
 * they may be a person's; from the moment a code is recognised (our card's prefix at any pace, or six
 * characters at a scanner's pace) every key is swallowed, the closing Enter too, and what had leaked
 * is taken back from the field. What turns out to be a person's typing is given back.
 */

/** Without a prefix: at least this many characters, at a mean gap below `FAST_MEAN_MS`. */
export const MIN_CODE_LENGTH = 6;
export const FAST_MEAN_MS = 60;
/** A suffix later than this was pressed by a hand. */
export const FAST_GAP_MS = 150;
/** Digits alone, as many as a bar code has, may come slower: no hand keeps such a pace so long. */
export const CODE_DIGITS = 8;
export const SLOW_MEAN_MS = 100;
/** Silence that ends a run; a recognised card may be slower, some scanners type 80 ms a key. */
export const SILENCE_MS = 250;
export const CARD_SILENCE_MS = 400;
/** More than a scan can be is counted as it comes in, but not kept. */
export const MAX_KEPT = 1_100;

const AIM_ID = /^\][A-Za-z][0-9A-Za-z]/;
const AIM_LENGTH = 3;
const RUN_KEPT = 32;
/** Some scanners send both CR and LF: a second suffix this soon belongs to the scan. */
const SECOND_SUFFIX_MS = 60;
/** The longest amount anyone types at a till; bar codes have more digits. */
const AMOUNT_DIGITS = 9;
/** Our card's text is long; shorter and slow is a person typing what only looks like it. */
const CARD_SURE_LENGTH = CARD_PREFIX.length + 10;

type Collecting = Extract<WedgeState, { kind: "collecting" }>;
type Typed = { readonly char: string; readonly atMs: number };

export type WedgeState =
  | { readonly kind: "idle"; readonly scannedAtMs: number | null }
  | { readonly kind: "candidate"; readonly run: readonly Typed[] }
  | {
      readonly kind: "collecting";
      readonly text: string;
      /** characters in all, those not kept included */
      readonly count: number;
      readonly firstMs: number;
      readonly lastMs: number;
    };

/** What to do with the key just judged, and with the page. */
export type WedgeStep = {
  readonly state: WedgeState;
  /** keep the key from the page */
  readonly swallow: boolean;
  /** this many characters before this key had reached the page and must be undone there */
  readonly takeBack: number;
  /** text of a person that was withheld: put it where it would have gone */
  readonly giveBack: string;
  /** a whole scanned text, AIM id off */
  readonly scanned: string | null;
};

/** When a key came, by its event's own time stamp, and whether the field it goes to takes only digits. */
export type WedgeMoment = { readonly atMs: number; readonly numericField: boolean };

export const WEDGE_IDLE: WedgeState = { kind: "idle", scannedAtMs: null };

/** Judges one key press. */
export function wedgeKey(state: WedgeState, key: WedgeKey, moment: WedgeMoment): WedgeStep {
  const { atMs } = moment;
  if (key.kind === "modifier") return pass(state);
  if (state.kind === "collecting" && atMs - state.lastMs > collectingSilenceMs(state)) {
    const ended = wedgeSilence(state);
    const next = wedgeKey(ended.state, key, moment);
    return { ...next, giveBack: ended.giveBack, scanned: ended.scanned };
  }
  if (key.kind === "char") return onChar(state, { char: key.char, atMs });
  if (state.kind === "collecting") return onEnd(state, key.kind === "suffix" ? moment : null);
  if (key.kind === "suffix" && state.kind === "candidate") {
    const slow = slowIn(state, moment);
    const idle: WedgeState = { kind: "idle", scannedAtMs: atMs };
    const takeBack = state.run.length;
    if (slow !== null) return { ...pass(idle), swallow: true, takeBack, scanned: slow };
  }
  const closesScan =
    key.kind === "suffix" &&
    state.kind === "idle" &&
    state.scannedAtMs !== null &&
    atMs - state.scannedAtMs <= SECOND_SUFFIX_MS;
  return { ...pass(WEDGE_IDLE), swallow: closesScan };
}

/** Judges that no key came for `silenceMs(state)`. */
export function wedgeSilence(state: WedgeState): WedgeStep {
  return state.kind === "collecting" ? onEnd(state, null) : pass(WEDGE_IDLE);
}

/** How long a silence ends this state; null when there is nothing to end. */
export function silenceMs(state: WedgeState): number | null {
  if (state.kind === "idle") return null;
  return state.kind === "collecting" ? collectingSilenceMs(state) : SILENCE_MS;
}

function collectingSilenceMs(state: Collecting): number {
  return looksLikeCard(withoutAim(state.text)) ? CARD_SILENCE_MS : SILENCE_MS;
}

function onChar(state: WedgeState, typed: Typed): WedgeStep {
  if (state.kind === "collecting") {
    const text = state.count < MAX_KEPT ? state.text + typed.char : state.text;
    const next = { ...state, text, count: state.count + 1, lastMs: typed.atMs };
    return { ...pass(next), swallow: true };
  }
  const before = state.kind === "candidate" ? state.run : [];
  const last = before.at(-1);
  const continues = last !== undefined && typed.atMs - last.atMs <= SILENCE_MS;
  const run = continues ? [...before, typed].slice(-RUN_KEPT) : [typed];
  const code = cardIn(run) ?? fastIn(run);
  if (code === null) return pass({ kind: "candidate", run });
  const collecting: WedgeState = {
    kind: "collecting",
    text: textOf(code),
    count: code.length,
    firstMs: code[0]?.atMs ?? typed.atMs,
    lastMs: typed.atMs,
  };
  return { ...pass(collecting), swallow: true, takeBack: code.length - 1 };
}

function onEnd(state: Collecting, suffix: WedgeMoment | null): WedgeStep {
  const text = withoutAim(state.text);
  if (!isScan(state, text, suffix)) return { ...pass(WEDGE_IDLE), giveBack: state.text };
  return {
    ...pass({ kind: "idle", scannedAtMs: suffix?.atMs ?? null }),
    swallow: suffix !== null,
    scanned: looksLikeCard(text) ? text.toUpperCase() : text,
  };
}

function isScan(state: Collecting, text: string, suffix: WedgeMoment | null): boolean {
  const meanMs = (state.lastMs - state.firstMs) / Math.max(1, state.count - 1);
  if (looksLikeCard(text)) return text.length >= CARD_SURE_LENGTH || meanMs < FAST_MEAN_MS;
  if (state.count < MIN_CODE_LENGTH || meanMs >= FAST_MEAN_MS) return false;
  const digits = text.replace(/\D/g, "").length;
  // Fingers rolled over the keys are fast too, but end in silence or a late Enter and hold few digits.
  if (suffix === null) return text.length >= 20 || digits >= CODE_DIGITS;
  if (digits === text.length) return !isAmount(text, suffix);
  return suffix.atMs - state.lastMs <= FAST_GAP_MS;
}

/** The code of a whole run, when a slow scanner typed it: a suffix right behind many even digits. */
function slowIn(state: Extract<WedgeState, { kind: "candidate" }>, at: WedgeMoment): string | null {
  const [first, last] = [state.run[0], state.run.at(-1)];
  const text = withoutAim(textOf(state.run));
  if (first === undefined || last === undefined || !/^\d+$/.test(text)) return null;
  const whole = at.atMs - last.atMs <= SILENCE_MS && state.run.length < RUN_KEPT;
  const meanMs = (last.atMs - first.atMs) / (state.run.length - 1);
  const isCode = text.length >= CODE_DIGITS && !isAmount(text, at);
  return whole && isCode && meanMs < SLOW_MEAN_MS ? text : null;
}

/** In a field for money a short number is money, however fast it was typed. */
function isAmount(text: string, at: WedgeMoment): boolean {
  return at.numericField && text.length <= AMOUNT_DIGITS;
}

/** The part of a run that begins our card, an AIM id before it included. */
function cardIn(run: readonly Typed[]): readonly Typed[] | null {
  const code = run.slice(-CARD_PREFIX.length);
  if (code.length < CARD_PREFIX.length || !looksLikeCard(textOf(code))) return null;
  const withAim = run.slice(-CARD_PREFIX.length - AIM_LENGTH);
  return AIM_ID.test(textOf(withAim)) ? withAim : code;
}

/**
 * All of a run, once it is long enough and was typed at a scanner's pace. Never only its fast end: a
 * scanner that stumbled would lose its first characters and name another product.
 */
function fastIn(run: readonly Typed[]): readonly Typed[] | null {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.length < MIN_CODE_LENGTH) return null;
  if (run.length >= RUN_KEPT) return null;
  return (last.atMs - first.atMs) / (run.length - 1) < FAST_MEAN_MS ? run : null;
}

function withoutAim(text: string): string {
  return text.replace(AIM_ID, "");
}

function textOf(run: readonly Typed[]): string {
  return run.map((typed) => typed.char).join("");
}

function pass(state: WedgeState): WedgeStep {
  return { state, swallow: false, takeBack: 0, giveBack: "", scanned: null };
}
