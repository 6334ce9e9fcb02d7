import type { PageKey, WedgePage } from "./wedge-capture.ts";

type Observer = (key: PageKey) => void;
const observers = new Set<Observer>();

/** Tells of every key press before the capture of scans judges it, until the answer is called. */
export function observeKeys(observer: Observer): () => void {
  observers.add(observer);
  return () => {
    observers.delete(observer);
  };
}

/** A page whose key presses the observers see too. */
export function observedPage(page: WedgePage): WedgePage {
  return {
    ...page,
    onKeyDown: (listener) =>
      page.onKeyDown((key) => {
        for (const observer of observers) observer(key);
        listener(key);
      }),
  };
}
