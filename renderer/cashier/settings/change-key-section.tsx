import { tillSubject } from "../../../shared/domain/setting.ts";
import { keyWords } from "../../texts/key-words.ts";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { useSupervised } from "../approval/use-supervised.tsx";
import { useTillState } from "../store/till-store.ts";
import { useCommand } from "../store/use-command.ts";

/** Lets the till sign with another key from here on; nothing is interrupted, offline neither. */
export function ChangeKeySection() {
  const till = useTillState((state) => state.till);
  const { ask, approval } = useSupervised();
  const { run, busy } = useCommand();
  if (till === null) return null;
  const change = async (approvalId: string | null): Promise<void> => {
    const answer = await run((core, commandId) =>
      core.setting.changeKey.mutate({ commandId, approvalId }),
    );
    if (answer !== null) showToast({ tone: "info", what: keyWords.done, todo: null });
  };
  const begin = (): void =>
    ask({
      action: "CHANGE_KEY",
      subject: tillSubject(till),
      amount: 0,
      act: (approvalId) => void change(approvalId),
    });
  return (
    <section className="settings-part settings-devices" aria-labelledby="settings-key">
      <h3 id="settings-key">{keyWords.title}</h3>
      <p className="soft small">{keyWords.lead}</p>
      <div className="settings-links">
        <Button onClick={begin} disabled={busy}>
          {keyWords.change}
        </Button>
      </div>
      {approval}
    </section>
  );
}
