import { trainingWords } from "../../texts/training-words.ts";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { TrainingBanner } from "../../ui/training-banner.tsx";
import { dismissPaid } from "../store/screen-store.ts";
import { useTill } from "../store/till-store.ts";
import { useCommand } from "../store/use-command.ts";

/** The banner while sales are only to learn, with the way out for whoever is at the till. */
export function TrainingMode() {
  const isOn = useTill(({ state }) => (state?.training ?? null) !== null);
  return isOn ? (
    <TrainingBanner lead={trainingWords.nothingReal}>
      <EndTraining />
    </TrainingBanner>
  ) : null;
}

function EndTraining() {
  const unlocked = useTill(({ state }) => (state?.session ?? null) !== null);
  const { run, busy } = useCommand();
  const end = async (): Promise<void> => {
    const done = await run((core, commandId) => core.training.leave.mutate({ commandId }));
    if (done === null) return;
    dismissPaid();
    showToast({ tone: "info", what: trainingWords.ended, todo: null });
  };
  return unlocked ? (
    <Button disabled={busy} onClick={() => void end()}>
      {trainingWords.end}
    </Button>
  ) : null;
}
