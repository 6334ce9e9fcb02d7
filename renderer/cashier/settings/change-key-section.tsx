import type { CashierState } from "../../../shared/contract/till-state.ts";
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
  if (till === null) return null;
  return (
    <section className="settings-part settings-devices" aria-labelledby="settings-key">
      <h3 id="settings-key">{keyWords.title}</h3>
      {till.keyAsked ? <p className="notice notice-warn">{keyWords.asked}</p> : null}
      <p className="soft small">{keyWords.lead}</p>
      <div className="settings-links">
        <ChangeKeyButton till={till} />
      </div>
    </section>
  );
}

/** Changes the key, by a supervisor's right or approval. */
export function ChangeKeyButton({ till }: { readonly till: NonNullable<CashierState["till"]> }) {
  const { ask, approval } = useSupervised();
  const { run, busy } = useCommand();
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
    <>
      <Button onClick={begin} disabled={busy}>
        {keyWords.change}
      </Button>
      {approval}
    </>
  );
}
