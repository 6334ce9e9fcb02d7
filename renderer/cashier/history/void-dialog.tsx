import { useId, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { SaleDetailView } from "../../../shared/contract/after-sale.ts";
import { VOID_REASONS, type VoidReason } from "../../../shared/domain/return.ts";
import { voidReasonWords, voidWords } from "../../texts/history-words.ts";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { ApprovalDialog } from "../approval/approval-dialog.tsx";
import { attempt } from "../store/attempt.ts";
import { Choices } from "./choices.tsx";

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
      <Choices
        label={voidWords.reason}
        words={voidReasonWords}
        options={VOID_REASONS}
        value={reason}
        onPick={setReason}
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
  const id = useId();
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {voidWords.note}
        </label>
        <input
          id={id}
          className="input"
          type="text"
          autoComplete="off"
          maxLength={200}
          value={note}
          aria-invalid={isShort}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onNote(event.target.value)}
        />
        <p
          id={`${id}-hint`}
          role={isShort ? "alert" : undefined}
          className={`field-hint ${isShort ? "field-error" : ""}`}
        >
          {alone ? voidWords.noteAlone : voidWords.noteHint}
        </p>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={alone}
          onChange={(event) => onAlone(event.target.checked)}
        />
        {voidWords.alone}
      </label>
      {alone ? <p className="notice notice-warn">{voidWords.aloneHint}</p> : null}
    </>
  );
}
