import { useState } from "react";
import { uuidv7 } from "uuidv7";
import type { SaleDetailView } from "../../../shared/contract/after-sale.ts";
import { VOID_REASONS, type VoidReason } from "../../../shared/domain/return.ts";
import { voidReasonWords, voidWords } from "../../texts/history-words.ts";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { Choice, optionsOf } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Tick } from "../../ui/tick.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { ApprovalDialog } from "../approval/approval-dialog.tsx";
import { attempt } from "../store/attempt.ts";

/** The core asks for as many when nobody else approves. */
const NOTE_LETTERS = 5;

type VoidDialogProps = {
  sale: SaleDetailView;
  onDone: (sale: SaleDetailView) => void;
  onClose: () => void;
};

/** Undoes a sale of this shift: a reason, and a second person or the reason why there is none. */
export function VoidDialog({ sale, onDone, onClose }: VoidDialogProps) {
  // One id as long as it is open: an answer that was lost is asked for again, not done again.
  const [commandId] = useState(() => uuidv7());
  const [reason, setReason] = useState<VoidReason>("WRONG_GOODS");
  const [note, setNote] = useState("");
  const [alone, setAlone] = useState(false);
  const [asking, setAsking] = useState(false);
  const [isShort, setIsShort] = useState(false);
  const undo = async (approvalId: string | null): Promise<void> => {
    setAsking(false);
    const input = { commandId, saleId: sale.saleId, reason, note, approvalId };
    const changed = await attempt((core) => core.history.void.mutate(input));
    if (changed === null) return;
    const todo = voidWords.doneHint(money(sale.total));
    showToast({ tone: "info", what: voidWords.done, todo });
    onDone(changed);
  };
  const go = (): void => {
    setIsShort(alone && note.trim().length < NOTE_LETTERS);
    if (!alone) setAsking(true);
    else if (note.trim().length >= NOTE_LETTERS) void undo(null);
  };
  return (
    <Dialog title={voidWords.title} widthPx={620} role="alertdialog" onClose={onClose}>
      <p>
        {sale.number}, <strong className="money">{money(sale.total)}</strong>. {voidWords.lead}
      </p>
      <Choice
        label={voidWords.reason}
        options={optionsOf(VOID_REASONS, voidReasonWords)}
        value={reason}
        onChoose={setReason}
      />
      <NoteField note={note} alone={alone} isShort={isShort} onNote={setNote} onAlone={setAlone} />
      <div className="dialog-actions">
        <Button look="danger" onClick={go}>
          {alone ? voidWords.doAlone : voidWords.ask}
        </Button>
      </div>
      {asking ? (
        <ApprovalDialog
          action="VOID"
          subject={sale.saleId}
          amount={sale.total}
          onApproved={(approvalId) => void undo(approvalId)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Dialog>
  );
}

type NoteFieldProps = {
  note: string;
  alone: boolean;
  /** too little was written to go on */
  isShort: boolean;
  onNote: (note: string) => void;
  onAlone: (alone: boolean) => void;
};

function NoteField({ note, alone, isShort, onNote, onAlone }: NoteFieldProps) {
  const hint = alone ? voidWords.noteAlone : voidWords.noteHint;
  return (
    <>
      <TextField
        label={voidWords.note}
        hint={hint}
        error={isShort ? hint : null}
        maxLength={200}
        text={note}
        onText={onNote}
      />
      <Tick label={voidWords.alone} on={alone} onTick={onAlone} />
      {alone ? <p className="notice notice-warn">{voidWords.aloneHint}</p> : null}
    </>
  );
}
