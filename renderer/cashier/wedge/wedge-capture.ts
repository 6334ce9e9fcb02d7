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
  /** the focused field takes only digits: money, a quantity, a PIN */
  readonly numericField: boolean;
  /** keeps the key from everything else on the page */
  swallow(): void;
};

/** What the capture needs of the page. */
export type WedgePage = {
  onKeyDown(listener: (key: PageKey) => void): () => void;
  onKeyUp(listener: (key: PageKey) => void): () => void;
  /**
   * Remembers the text field that a character is about to go to, as it is now; the answer puts it
   * back, the focus too. Null when no field will take it.
   */
  mark(char: string): Mark;
  /** Types text where the person was typing. */
  insert(text: string): void;
  /** Runs later, once; the answer cancels it. */
  later(run: () => void, delayMs: number): () => void;
};

type Mark = (() => void) | null;

/** Listens for wedge scanners on a page until the answer is called. */
export function captureScans(page: WedgePage, onScan: (text: string) => void): () => void {
  let state: WedgeState = WEDGE_IDLE;
  let marks: readonly Mark[] = [];
  let cancelSilence = (): void => undefined;
  const swallowed = new Set<string>();

  const take = (step: WedgeStep, mark: Mark): void => {
    if (step.takeBack > 0) marks.at(-step.takeBack)?.();
    if (step.giveBack !== "") page.insert(step.giveBack);
    marks = marksAfter(step.state, marks, mark);
    state = step.state;
    cancelSilence();
    const delayMs = silenceMs(state);
    cancelSilence =
      delayMs === null
        ? () => undefined
        : afterQuiet(page, delayMs, () => take(wedgeSilence(state), null));
    if (step.scanned !== null) onScan(step.scanned);
  };
  const offDown = page.onKeyDown((press) => {
    const key = wedgeKeyOf(press);
    if (key.kind === "modifier") return;
    const step = wedgeKey(state, key, press);
    if (step.swallow) {
      press.swallow();
      swallowed.add(press.code);
    }
    take(step, key.kind === "char" && !step.swallow ? page.mark(key.char) : null);
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

/** Runs after a silence. Keys that came while the page was busy wait in its queue: they go first. */
function afterQuiet(page: WedgePage, delayMs: number, run: () => void): () => void {
  let cancel = page.later(() => {
    cancel = page.later(run, 0);
  }, delayMs);
  return () => cancel();
}

function marksAfter(state: WedgeState, marks: readonly Mark[], mark: Mark): readonly Mark[] {
  if (state.kind !== "candidate") return [];
  return state.run.length === 1 ? [mark] : [...marks, mark].slice(-state.run.length);
}
