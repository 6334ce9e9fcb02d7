/// <reference lib="dom" />
import type { Page } from "@playwright/test";

/**
 * Waits in the page itself until a part named by `aria-label` shows a text and has been painted;
 * answers with the wall time of that moment. Start it before the act that leads there.
 */
export function paintedAt(page: Page, label: string, text: string): Promise<number> {
  return page.evaluate(
    ([wantedLabel, wantedText]) =>
      new Promise<number>((resolve) => {
        const isShown = (): boolean =>
          document
            .querySelector(`[aria-label="${wantedLabel}"]`)
            ?.textContent?.includes(wantedText) === true;
        const look = (): void => {
          if (!isShown()) return;
          watcher.disconnect();
          // The second frame begins after the first one was painted.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
        look();
      }),
    [label, text] as const,
  );
}
