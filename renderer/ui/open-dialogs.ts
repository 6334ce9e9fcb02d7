import { create } from "zustand";

/** How many modal dialogs are open: the page behind them neither hears keys nor shows messages. */
export const useOpenDialogs = create<{ count: number }>(() => ({ count: 0 }));

/** Counts one dialog in; the answer counts it out. */
export function dialogOpened(): () => void {
  useOpenDialogs.setState(({ count }) => ({ count: count + 1 }));
  return () => useOpenDialogs.setState(({ count }) => ({ count: count - 1 }));
}

/** True while a modal dialog is open. */
export function dialogIsOpen(): boolean {
  return useOpenDialogs.getState().count > 0;
}
