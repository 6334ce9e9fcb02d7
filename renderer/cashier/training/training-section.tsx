import { IconSchool } from "@tabler/icons-react";
import { trainingWords } from "../../texts/training-words.ts";
import { Button } from "../../ui/button.tsx";
import { useSupervised } from "../approval/use-supervised.tsx";
import { closeSettings } from "../settings/settings-store.ts";
import { dismissPaid } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { useCommand } from "../store/use-command.ts";

/** Begins training by a supervisor's right or approval; only where one could sell. */
export function TrainingSection() {
  const shiftId = useTillState((state) => state.shift?.shiftId ?? null);
  const isOn = useTillState((state) => state.training !== null);
  const { ask, approval } = useSupervised();
  const { run, busy } = useCommand();
  if (shiftId === null || isOn) return null;
  const start = async (approvalId: string | null): Promise<void> => {
    const done = await run((core, commandId) =>
      core.training.enter.mutate({ commandId, approvalId }),
    );
    if (done === null) return;
    dismissPaid();
    closeSettings();
  };
  const act = (approvalId: string | null): void => void start(approvalId);
  return (
    <section className="settings-part settings-devices" aria-labelledby="settings-training">
      <h3 id="settings-training">{trainingWords.title}</h3>
      <p className="soft small">{trainingWords.lead}</p>
      <div className="settings-links">
        <Button
          disabled={busy}
          icon={<IconSchool aria-hidden="true" size={20} />}
          onClick={() => ask({ action: "TRAINING", subject: shiftId, amount: 0, act })}
        >
          {trainingWords.start}
        </Button>
      </div>
      {approval}
    </section>
  );
}
