import { type FormEvent, useState } from "react";
import { parseRupiah } from "../../../shared/domain/money.ts";
import { CASH_REASONS, type CashDirection, type CashReason } from "../../../shared/domain/shift.ts";
import { errorWords } from "../../texts/error-words.ts";
import { cashReasonLabel, shiftTexts } from "../../texts/shift-words.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Keypad } from "../../ui/keypad.tsx";
import { MoneyInput } from "../../ui/money-input.tsx";
import { withDigits, withoutLast } from "../../ui/money-text.ts";
import { showToast } from "../../ui/toast-store.ts";
import { closeCash } from "./cash-store.ts";
import { useCommand } from "../store/use-command.ts";
import { NoteField } from "./note-field.tsx";

/** Puts cash into the drawer or takes it out, with the reason. */
export function MoveSection({ direction }: { direction: CashDirection }) {
  const words = shiftTexts.move;
  const { text, setText, failure, reason, setReason, note, setNote, save } = useMove(direction);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <form className="move" onSubmit={submit}>
      <div className="move-fields">
        <MoneyInput label={words.amount} text={text} onText={setText} error={failure} />
        <Choice
          label={words.reason}
          options={CASH_REASONS.map((option) => ({
            value: option,
            label: cashReasonLabel(direction, option),
          }))}
          value={reason}
          onChoose={setReason}
        />
        <NoteField needed={reason === "OTHER"} text={note} onText={setNote} />
      </div>
      <div className="move-side">
        <Keypad
          thousands
          onDigits={(digits) => setText(withDigits(text, digits, false))}
          onBackspace={() => setText(withoutLast(text))}
        />
        <p className="soft small">{words.slip}</p>
        <Button look="next" large submit disabled={text === ""}>
          {direction === "IN" ? words.saveIn : words.saveOut}
        </Button>
      </div>
    </form>
  );
}

function useMove(direction: CashDirection) {
  const [text, setTyped] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [reason, setReason] = useState<CashReason>("CHANGE");
  const [note, setNote] = useState("");
  const { run } = useCommand();
  const setText = (next: string): void => {
    setTyped(next);
    setFailure(null);
  };
  const save = async (): Promise<void> => {
    const amount = parseRupiah(text);
    if (!amount.ok) {
      const { what, todo } = errorWords(amount.code);
      return setFailure(`${what} ${todo}`);
    }
    const asked = { direction, amount: amount.value, reason, note };
    const done = await run((core, commandId) =>
      core.shift.moveCash.mutate({ ...asked, commandId }),
    );
    if (done === null) return;
    const what = shiftTexts.move.saved(direction, amount.value);
    showToast({ tone: "info", what, todo: null });
    closeCash();
  };
  return { text, setText, failure, reason, setReason, note, setNote, save };
}
