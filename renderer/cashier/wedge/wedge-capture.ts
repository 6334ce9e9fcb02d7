import { type KeyPress, wedgeKeyOf } from "./wedge-key.ts";
import {
  silenceMs,
  WEDGE_IDLE,
  type WedgeState,
  type WedgeStep,
  wedgeKey,
  wedgeSilence,
} from "./wedge-machine.ts";

/** A key event as the page hands it out; `atMs` is its own time stamp, not the time it was handled. */
export type PageKey = KeyPress & {
  readonly atMs: number;
  /** keeps the key from everything else on the page */
  swallow(): void;
};

/** What the capture needs of the page. */
export type WedgePage = {
  onKeyDown(listener: (key: PageKey) => void): () => void;
  onKeyUp(listener: (key: PageKey) => void): () => void;
  /** Remembers the focused text field as it is now; the answer puts it back. Null without such a field. */
  mark(): (() => void) | null;
  /** Types text where the person was typing. */
  insert(text: string): void;
  /** Runs later, once; the answer cancels it. */
  later(run: () => void, delayMs: number): () => void;
};

/** Listens for wedge scanners on a page until the answer is called. */
export function captureScans(page: WedgePage, onScan: (text: string) => void): () => void {
  let state: WedgeState = WEDGE_IDLE;
  let marks: ((() => void) | null)[] = [];
  let cancelSilence = (): void => undefined;
  const swallowed = new Set<string>();

  const take = (step: WedgeStep, mark: (() => void) | null): void => {
    if (step.takeBack > 0) marks.at(-step.takeBack)?.();
    if (step.giveBack !== "") page.insert(step.giveBack);
    marks = marksAfter(step.state, marks, mark);
    state = step.state;
    cancelSilence();
    cancelSilence = awaitSilence();
    if (step.scanned !== null) onScan(step.scanned);
  };
  const awaitSilence = (): (() => void) => {
    const delayMs = silenceMs(state);
    if (delayMs === null) return () => undefined;
    const silent = (): void => take(wedgeSilence(state), null);
    let cancel = page.later(() => {
      // Keys that came while the page was busy wait in its queue: let them in before judging.
      cancel = page.later(silent, 0);
    }, delayMs);
    return () => cancel();
  };

  const offDown = page.onKeyDown((press) => {
    const key = wedgeKeyOf(press);
    const mark = key.kind === "char" ? page.mark() : null;
    const step = wedgeKey(state, key, press.atMs);
    if (step.swallow) {
      press.swallow();
      swallowed.add(press.code);
    }
    if (key.kind !== "modifier") take(step, mark);
  });
  const offUp = page.onKeyUp((press) => {
    // A lone keyup of Space still clicks a focused button.
    if (swallowed.delete(press.code)) press.swallow();
  });
  return () => {
    offDown();
    offUp();
    cancelSilence();
  };
}

function marksAfter(
  state: WedgeState,
  marks: readonly ((() => void) | null)[],
  mark: (() => void) | null,
): ((() => void) | null)[] {
  if (state.kind !== "candidate") return [];
  return state.run.length === 1 ? [mark] : [...marks, mark].slice(-state.run.length);
}
