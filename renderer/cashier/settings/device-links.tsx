import { IconPrinter, IconStethoscope } from "@tabler/icons-react";
import { settingsWords } from "../../texts/settings-words.ts";
import { Button } from "../../ui/button.tsx";
import { openDialog, type SellingDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { closeSettings } from "./settings-store.ts";

/** The ways to what is set up on pages of its own; those belong to the screen for selling. */
export function DeviceLinks() {
  const selling = useTillState((state) => state.phase === "SELLING");
  if (!selling) return null;
  const go = (dialog: SellingDialog): void => {
    closeSettings();
    openDialog(dialog);
  };
  return (
    <div className="settings-links">
      <Button icon={<IconPrinter aria-hidden="true" size={20} />} onClick={() => go("status")}>
        {settingsWords.printers}
      </Button>
      <Button
        icon={<IconStethoscope aria-hidden="true" size={20} />}
        onClick={() => go("hardware")}
      >
        {settingsWords.hardware}
      </Button>
    </div>
  );
}
