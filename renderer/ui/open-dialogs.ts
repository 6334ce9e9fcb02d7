import { create } from "zustand";

/** The modal dialogs that are open, the top-most last: the page behind hears and shows nothing. */
export const useOpenDialogs = create<{ dialogs: readonly HTMLDialogElement[] }>(() => ({
  dialogs: [],
}));

/** Puts one dialog on top; the answer takes it away. */
export function dialogOpened(dialog: HTMLDialogElement): () => void {
  useOpenDialogs.setState(({ dialogs }) => ({ dialogs: [...dialogs, dialog] }));
  return () =>
    useOpenDialogs.setState(({ dialogs }) => ({
      dialogs: dialogs.filter((open) => open !== dialog),
    }));
}

/** The dialog that lies over all others. */
export function topDialog(): HTMLDialogElement | null {
  return useOpenDialogs.getState().dialogs.at(-1) ?? null;
}
