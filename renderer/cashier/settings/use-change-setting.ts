import { useState } from "react";
import type { SettingChange } from "../../../shared/contract/settings.ts";
import { settingsWords } from "../../texts/settings-words.ts";
import { showToast } from "../../ui/toast-store.ts";
import { useTillState } from "../store/till-store.ts";
import { useCommand } from "../store/use-command.ts";

/** Changes settings: at once for a supervisor, for others once a supervisor approved what is `asked`. */
export function useChangeSetting() {
  const own = useTillState((state) => state.session?.role === "SUPERVISOR");
  const [asked, setAsked] = useState<SettingChange | null>(null);
  const { run } = useCommand();
  const send = async (change: SettingChange, approvalId: string | null): Promise<void> => {
    setAsked(null);
    const done = await run((core, commandId) =>
      core.setting.set.mutate({ commandId, change, approvalId }),
    );
    if (done !== null) showToast({ tone: "info", what: settingsWords.saved, todo: null });
  };
  return {
    own,
    asked,
    change: (change: SettingChange): void => {
      if (own) void send(change, null);
      else setAsked(change);
    },
    approve: (approvalId: string): void => {
      if (asked !== null) void send(asked, approvalId);
    },
    giveUp: (): void => setAsked(null),
  };
}
