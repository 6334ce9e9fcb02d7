import { create } from "zustand";
import type { DisplayRouter } from "../../electron/core/router/root.ts";
import type { DisplayState } from "../../shared/contract/till-state.ts";
import { connectCore } from "../core-client.ts";
import { applyPreferences } from "../ui/preferences.ts";
import { shareStructure } from "../ui/share-structure.ts";

/** What the public display shows; null until the core said so, and while it is gone. */
export const useDisplay = create<{ readonly state: DisplayState | null }>(() => ({ state: null }));

/** Keeps the display on what the core says; it can only listen. */
export function connectDisplay(page: Window): void {
  const blank = (): void => useDisplay.setState({ state: null });
  connectCore<DisplayRouter>(page, {
    ready: (core) => {
      core.state.watch.subscribe(undefined, {
        onData: (next) => {
          applyPreferences(next.preferences);
          useDisplay.setState(({ state }) => ({ state: shareStructure(state, next) }));
        },
        onError: blank,
      });
    },
    gone: blank,
  });
}
