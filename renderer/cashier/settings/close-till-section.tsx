import { useState } from "react";
import { tillSubject } from "../../../shared/domain/setting.ts";
import { closingWords } from "../../texts/closing-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useSupervised } from "../approval/use-supervised.tsx";
import { useTillState } from "../store/till-store.ts";
import { useCommand } from "../store/use-command.ts";

/** Takes the till out of service, asked twice; only where no shift is open. */
export function CloseTillSection() {
  const till = useTillState((state) => state.till);
  const idle = useTillState((state) => state.phase === "NO_SHIFT");
  const [asking, setAsking] = useState(false);
  const { ask, approval } = useSupervised();
  const { run } = useCommand();
  if (!idle || till === null) return null;
  const close = (approvalId: string | null): void =>
    void run((core, commandId) => core.setting.closeTill.mutate({ commandId, approvalId }));
  const sure = (): void => {
    setAsking(false);
    ask({ action: "CLOSE_TILL", subject: tillSubject(till), amount: 0, act: close });
  };
  return (
    <section className="settings-part settings-devices" aria-labelledby="settings-close">
      <h3 id="settings-close">{closingWords.title}</h3>
      <p className="soft small">{closingWords.lead}</p>
      <div className="settings-links">
        <Button look="danger" onClick={() => setAsking(true)}>
          {closingWords.close}
        </Button>
      </div>
      {asking ? <AreYouSure onSure={sure} onBack={() => setAsking(false)} /> : null}
      {approval}
    </section>
  );
}

function AreYouSure({ onSure, onBack }: { onSure: () => void; onBack: () => void }) {
  return (
    <Dialog title={closingWords.sure} role="alertdialog" widthPx={520} onClose={onBack}>
      <p>{closingWords.sureMore}</p>
      <div className="dialog-actions">
        {/* A stray Enter must not close a till: the focus is on the harmless way. */}
        <Button onClick={onBack} data-autofocus="">
          {closingWords.back}
        </Button>
        <Button look="danger" onClick={onSure}>
          {closingWords.close}
        </Button>
      </div>
    </Dialog>
  );
}
