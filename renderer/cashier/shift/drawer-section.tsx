import { useState } from "react";
import { DRAWER_REASONS, type DrawerReason } from "../../../shared/domain/shift.ts";
import { drawerReasonLabel, shiftTexts } from "../../texts/shift-words.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { ApprovalDialog } from "../approval/approval-dialog.tsx";
import { showRefusal } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";
import { closeCash } from "./cash-store.ts";
import { useCommand } from "../store/use-command.ts";
import { NoteField } from "./note-field.tsx";

/** Opens the drawer without a sale, once a supervisor allowed it. */
export function DrawerSection() {
  const words = shiftTexts.drawer;
  const shiftId = useTillState((state) => state.shift?.shiftId ?? "");
  const [reason, setReason] = useState<DrawerReason>("CHANGE");
  const [note, setNote] = useState("");
  const [asking, setAsking] = useState(false);
  const { run } = useCommand();
  const ask = (): void => {
    if (reason === "OTHER" && note.trim() === "") showRefusal("NOTE_NEEDED");
    else setAsking(true);
  };
  const open = async (approvalId: string): Promise<void> => {
    setAsking(false);
    const done = await run((core, commandId) =>
      core.shift.openDrawer.mutate({ commandId, reason, note, approvalId }),
    );
    if (done === null) return;
    showToast({ tone: "info", what: words.opened, todo: null });
    closeCash();
  };
  return (
    <>
      <p>{words.lead}</p>
      <Choice
        label={shiftTexts.move.reason}
        options={DRAWER_REASONS.map((option) => ({
          value: option,
          label: drawerReasonLabel(option),
        }))}
        value={reason}
        onChoose={setReason}
      />
      <NoteField needed={reason === "OTHER"} text={note} onText={setNote} />
      <div className="dialog-actions">
        <Button look="next" onClick={ask}>
          {words.open}
        </Button>
      </div>
      {asking ? (
        <ApprovalDialog
          action="DRAWER"
          subject={shiftId}
          amount={0}
          onApproved={(approvalId) => void open(approvalId)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
