import { useEffect } from "react";
import { useTill } from "../store/till-store.ts";
import { SettingsDialog } from "./settings-dialog.tsx";
import { closeSettings, useSettings } from "./settings-store.ts";
import "./settings.css";

/** The settings' screens; a till that was locked is left with none. */
export function SettingsScreens() {
  const screen = useSettings((state) => state.screen);
  const phase = useTill(({ state }) => state?.phase ?? null);
  const unlocked = phase === "SELLING" || phase === "NO_SHIFT";
  useEffect(() => {
    if (!unlocked) closeSettings();
  }, [unlocked]);
  if (!unlocked) return null;
  return screen === "settings" ? <SettingsDialog /> : null;
}
