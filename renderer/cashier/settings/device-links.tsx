import { IconListCheck, IconPrinter, IconStethoscope } from "@tabler/icons-react";
import { firstRunWords } from "../../texts/first-run-words.ts";
import { settingsWords } from "../../texts/settings-words.ts";
import { Button } from "../../ui/button.tsx";
import { openStep } from "../first-run/first-run-actions.ts";
import { openDialog, type SellingDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { closeSettings } from "./settings-store.ts";

/** The ways to what is set up on pages of its own; most belong to the screen for selling. */
export function DeviceLinks() {
  const selling = useTillState((state) => state.phase === "SELLING");
  const go = (dialog: SellingDialog): void => {
    closeSettings();
    openDialog(dialog);
  };
  const setUp = (): void => {
    closeSettings();
    openStep("OUTLET");
  };
  return (
    <div className="settings-links">
      <Button icon={<IconListCheck aria-hidden="true" size={20} />} onClick={setUp}>
        {firstRunWords.reopen}
      </Button>
      {selling ? <SellingLinks onGo={go} /> : null}
    </div>
  );
}

function SellingLinks({ onGo }: { onGo: (dialog: SellingDialog) => void }) {
  return (
    <>
      <Button icon={<IconPrinter aria-hidden="true" size={20} />} onClick={() => onGo("status")}>
        {settingsWords.printers}
      </Button>
      <Button
        icon={<IconStethoscope aria-hidden="true" size={20} />}
        onClick={() => onGo("hardware")}
      >
        {settingsWords.hardware}
      </Button>
    </>
  );
}
