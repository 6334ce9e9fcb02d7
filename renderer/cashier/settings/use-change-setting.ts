import { useEffect } from "react";
import type { SettingChange, SettingsView } from "../../../shared/contract/settings.ts";
import { settingSubject } from "../../../shared/domain/setting.ts";
import { IDLE_LOCK_MINUTES } from "../../../shared/domain/shift.ts";
import { settingsWords } from "../../texts/settings-words.ts";
import { dismissToasts, showToast } from "../../ui/toast-store.ts";
import { useSupervised } from "../approval/use-supervised.tsx";
import { useTillState } from "../store/till-store.ts";
import { useCommand } from "../store/use-command.ts";

/** Changes a setting by right or approval, and offers for a while to take that back the same way. */
export function useChangeSetting() {
  const settings = useTillState((state) => state.settings);
  const idleLockMinutes = useTillState((state) => state.idleLockMinutes);
  const { own, ask, approval } = useSupervised();
  const { run } = useCommand();
  // An undo asks for approval on this page; it goes with it.
  useEffect(() => dismissToasts, []);
  const save = async (change: SettingChange, approvalId: string | null): Promise<void> => {
    const before = valueBefore(change.name, { ...settings, idleLockMinutes });
    const done = await run((core, commandId) =>
      core.setting.set.mutate({ commandId, change, approvalId }),
    );
    if (done === null) return;
    const undoes = before !== null && before.value !== change.value;
    const undo = { label: settingsWords.undo, run: () => before !== null && wish(before) };
    const action = undoes ? { action: undo } : {};
    showToast({ tone: "info", what: settingsWords.saved, todo: null, ...action });
  };
  const wish = (change: SettingChange): void =>
    ask({
      action: "SETTING",
      subject: settingSubject(change),
      amount: 0,
      act: (approvalId) => void save(change, approvalId),
    });
  return { own, approval, change: wish };
}

/** What holds now, as the change that would set it again; null for what no choice offers any more. */
function valueBefore(
  name: SettingChange["name"],
  now: SettingsView & { readonly idleLockMinutes: number },
): SettingChange | null {
  switch (name) {
    case "DISCOUNT_LIMIT":
      return { name, value: now.discountLimitBp };
    case "OBLIGATION_LINE":
      return { name, value: now.obligationLine ? 1 : 0 };
    case "QRIS_TIMEOUT":
      return { name, value: now.qrisTimeoutMinutes };
    case "IDLE_LOCK": {
      const value = IDLE_LOCK_MINUTES.find((minutes) => minutes === now.idleLockMinutes);
      return value === undefined ? null : { name, value };
    }
  }
}
