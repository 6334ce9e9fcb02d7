import type { CartLineView } from "../../../shared/contract/till-state.ts";
import { useScreen } from "../store/screen-store.ts";
import { useTill } from "../store/till-store.ts";

/** The line that keys act on: the one chosen or touched last, else the newest. */
export function selectedOf(
  lines: readonly CartLineView[],
  wanted: number | null,
): CartLineView | null {
  return lines.find(({ lineNo }) => lineNo === wanted) ?? lines.at(-1) ?? null;
}

/** The line that keys act on now. */
export function selectedLine(): CartLineView | null {
  const lines = useTill.getState().state?.cart.lines ?? [];
  return selectedOf(lines, useScreen.getState().selected);
}

/** Chooses the line before or after; at the ends nothing happens. Gives the line chosen. */
export function moveSelection(step: 1 | -1): number | null {
  const lines = useTill.getState().state?.cart.lines ?? [];
  const selected = selectedLine();
  if (selected === null) return null;
  const next = lines[lines.indexOf(selected) + step] ?? selected;
  useScreen.setState({ selected: next.lineNo });
  return next.lineNo;
}
