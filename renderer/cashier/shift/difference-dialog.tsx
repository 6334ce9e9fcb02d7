import { useState } from "react";
import { DIFFERENCE_REASONS, type DifferenceReason } from "../../../shared/domain/shift.ts";
import { money } from "../../texts/money-words.ts";
import { differenceReasonLabel, differenceWords, shiftTexts } from "../../texts/shift-words.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { type CashScreen, showCash } from "./cash-store.ts";
import { useCommand } from "../store/use-command.ts";
import { NoteField } from "./note-field.tsx";

type Found = Extract<CashScreen, { kind: "different" }>;

/** Tells how the count differs, and closes once a reason is given. */
export function DifferenceDialog({ found }: { found: Found }) {
  const words = shiftTexts.close;
  const { expected, counted, difference } = found;
  const [reason, setReason] = useState<DifferenceReason | null>(null);
  const [note, setNote] = useState("");
  const { run } = useCommand();
  const recount = (): void => showCash({ kind: "counting" });
  const close = async (): Promise<void> => {
    const counts = [...found.counts];
    const result = await run((core, commandId) =>
      core.shift.close.mutate({ commandId, counts, reason, note }),
    );
    if (result?.kind === "CLOSED") showCash({ kind: "closed", report: result.report });
  };
  return (
    <Dialog title={words.differentTitle} widthPx={640} onClose={recount}>
      <div className="difference">
        <dl>
          <div>
            <dt>{shiftTexts.report.expected}</dt>
            <dd>{money(expected)}</dd>
          </div>
          <div>
            <dt>{shiftTexts.report.counted}</dt>
            <dd>{money(counted)}</dd>
          </div>
        </dl>
        <p className="difference-sum">{differenceWords(difference)}</p>
      </div>
      <Choice
        label={words.why}
        options={DIFFERENCE_REASONS.map((option) => ({
          value: option,
          label: differenceReasonLabel(option),
        }))}
        value={reason}
        onChoose={setReason}
      />
      <NoteField needed={reason === "OTHER"} text={note} onText={setNote} />
      <div className="dialog-actions">
        <Button onClick={recount} data-autofocus="">
          {words.recount}
        </Button>
        <Button look="primary" disabled={reason === null} onClick={() => void close()}>
          {words.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
