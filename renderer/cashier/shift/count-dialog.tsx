import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { DENOMINATIONS } from "../../../shared/domain/shift.ts";
import { money } from "../../texts/money-words.ts";
import { shiftTexts } from "../../texts/shift-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { HelpButton } from "../help/help-button.tsx";
import { useTillState } from "../store/till-store.ts";
import { closeCash, showCash } from "./cash-store.ts";
import { useCommand } from "../store/use-command.ts";

const HALF = DENOMINATIONS.length / 2;
const COLUMNS = [DENOMINATIONS.slice(0, HALF), DENOMINATIONS.slice(HALF)];

/** Counts the drawer without telling what should be in it. */
export function CountDialog() {
  const words = shiftTexts.close;
  const pieces = useTillState((state) => state.cart.pieces);
  const [texts, setTexts] = useState<Readonly<Record<number, string>>>({});
  const form = useRef<HTMLFormElement>(null);
  const { run } = useCommand();
  const counts = DENOMINATIONS.map((value) => ({ value, pieces: Number(texts[value] ?? 0) }));
  const total = counts.reduce((sum, count) => sum + count.value * count.pieces, 0);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await run((core, commandId) =>
      core.shift.close.mutate({ commandId, counts, reason: null, note: "" }),
    );
    if (result === null) return;
    showCash(
      result.kind === "CLOSED"
        ? { kind: "closed", report: result.report }
        : { ...result, kind: "different", counts },
    );
  };
  const onEnter = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    nextField(form.current, event.currentTarget)?.focus();
  };
  return (
    <Dialog
      title={words.title}
      widthPx={860}
      beside={<HelpButton topic="count" />}
      onClose={closeCash}
    >
      <form ref={form} className="count" onSubmit={(event) => void submit(event)}>
        <p>{words.lead}</p>
        {pieces === 0 ? null : <p className="notice">{words.cartStays(pieces)}</p>}
        <div className="count-columns">
          {COLUMNS.map((column) => (
            <div key={column[0]} className="count-column">
              {column.map((value) => (
                <PieceField
                  key={value}
                  value={value}
                  first={value === DENOMINATIONS[0]}
                  text={texts[value] ?? ""}
                  onText={(text) => setTexts({ ...texts, [value]: text })}
                  onKeyDown={onEnter}
                />
              ))}
            </div>
          ))}
        </div>
        <CountEnd total={total} />
      </form>
    </Dialog>
  );
}

function CountEnd({ total }: { total: number }) {
  const words = shiftTexts.close;
  return (
    <div className="count-end">
      <p className="count-total" role="status">
        <span>{words.total}</span>
        <strong>{money(total)}</strong>
      </p>
      <Button look="next" large submit>
        {words.submit}
      </Button>
    </div>
  );
}

type PieceFieldProps = {
  value: number;
  first: boolean;
  text: string;
  onText: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

function PieceField({ value, first, text, onText, onKeyDown }: PieceFieldProps) {
  return (
    <label className="piece">
      <span className="piece-value">{money(value)}</span>
      <span aria-hidden="true">x</span>
      <input
        className="input piece-input"
        inputMode="numeric"
        autoComplete="off"
        aria-label={`${money(value)}, ${shiftTexts.close.piece}`}
        data-autofocus={first ? "" : undefined}
        value={text}
        placeholder="0"
        onFocus={(event) => event.target.select()}
        onChange={(event) => onText(event.target.value.replace(/\D/g, "").slice(0, 5))}
        onKeyDown={onKeyDown}
      />
      <span className="piece-sum">{money(value * Number(text))}</span>
    </label>
  );
}

/** The next field of the form, or its button after the last. */
function nextField(form: HTMLFormElement | null, from: HTMLElement): HTMLElement | undefined {
  const fields = [...(form?.querySelectorAll<HTMLElement>("input, button[type=submit]") ?? [])];
  return fields[fields.indexOf(from) + 1];
}
