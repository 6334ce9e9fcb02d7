/** A press as the page sees it: what was pressed, where and when. */
export type Press = {
  readonly control: unknown;
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
};

/** No hand presses something else in its own right so soon after and so near. */
const SOON_MS = 350;
const NEAR_PX = 16;

/** Whether a press is the second half of a double click whose first half changed what lies there. */
export function isStray(first: Press, next: Press): boolean {
  return (
    next.control !== first.control &&
    next.atMs - first.atMs <= SOON_MS &&
    Math.abs(next.x - first.x) <= NEAR_PX &&
    Math.abs(next.y - first.y) <= NEAR_PX
  );
}

/**
 * Keeps from the page what was pressed without being meant: the second click of a double click, where
 * the first opened or closed what lay there, and an Enter that is only held, which would take the
 * money on the sheet it has just opened.
 */
export function swallowStrayPresses(page: Window): void {
  let first: Press | null = null;
  let stray = false;
  const capture = { capture: true };
  page.addEventListener(
    "pointerdown",
    (event) => {
      const press = pressOf(event);
      stray = first !== null && isStray(first, press);
      if (!stray) first = press;
    },
    capture,
  );
  const onMouse = (event: MouseEvent): void => {
    // A click without a detail was made by a key.
    if (!stray || event.detail === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  page.addEventListener("mousedown", onMouse, capture);
  page.addEventListener("click", onMouse, capture);
  page.addEventListener(
    "keydown",
    (event) => {
      if (event.repeat && event.key === "Enter") event.preventDefault();
    },
    capture,
  );
}

function pressOf({ target, clientX: x, clientY: y, timeStamp: atMs }: PointerEvent): Press {
  const control = target instanceof Element ? target.closest("button, label, input, select") : null;
  return { control: control ?? target, x, y, atMs };
}
