import { create } from "zustand";

/** What is open of the settings, over whatever screen the till is on. */
export type SettingsScreen = "none" | "settings";

export const useSettings = create<{ readonly screen: SettingsScreen }>(() => ({ screen: "none" }));

export function openSettings(): void {
  useSettings.setState({ screen: "settings" });
}

export function closeSettings(): void {
  useSettings.setState({ screen: "none" });
}
