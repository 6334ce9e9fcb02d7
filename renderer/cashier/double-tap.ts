import { topDialog } from "../ui/open-dialogs.ts";

const DOUBLE_TAP_MS = 500;
/** A finger that taps twice does not hit the same pixel. */
const SAME_PLACE_PX = 48;

/** A touch or a click. */
export type Tap = {
  readonly atMs: number;
  readonly x: number;
  readonly y: number;
  /** what lay on top when it was made */
  readonly layer: object | null;
};

/**
 * Keeps the second tap of a double tap from what the first one brought to the same place: Pay tapped
 * twice must not take the money, nor a payment tapped twice put goods into the next cart.
 */
export function swallowSecondTaps(page: Window): void {
  let last: Tap | null = null;
  const onClick = (event: MouseEvent): void => {
    // A click without a count is a key's.
    if (event.detail === 0) return;
    const { timeStamp: atMs, clientX: x, clientY: y } = event;
    const tap = { atMs, x, y, layer: topDialog() };
    if (last !== null && isStray(last, tap)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    last = tap;
  };
  page.addEventListener("click", onClick, { capture: true });
}

/** The second tap of two was meant for what is no longer there. */
export function isStray(first: Tap, second: Tap): boolean {
  return (
    first.layer !== second.layer &&
    second.atMs - first.atMs < DOUBLE_TAP_MS &&
    Math.hypot(second.x - first.x, second.y - first.y) < SAME_PLACE_PX
  );
}
