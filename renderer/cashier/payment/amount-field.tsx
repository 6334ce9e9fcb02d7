import { useId } from "react";
import { errorWords } from "../../texts/error-words.ts";
import { payWords } from "../../texts/paying-words.ts";
import { groupedAmount } from "../../ui/money-text.ts";
import { setTender } from "./pay.ts";
import { tenderOf } from "./payment.ts";

type AmountProps = { text: string; remaining: number; locked: boolean; focused?: boolean };

/** How much of what remains is paid without cash: never more, for there is no change. */
export function AmountField({ text, remaining, locked, focused = false }: AmountProps) {
  const id = useId();
  const wrong = wrongWords(text, remaining);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {payWords.amount}
      </label>
      <input
        id={id}
        className="input input-large"
        inputMode="numeric"
        autoComplete="off"
        data-typing-field={focused ? "" : undefined}
        // Where nothing else is asked, the amount is what the cashier may change.
        autoFocus={focused}
        value={text}
        readOnly={locked}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-hint`}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTender(groupedAmount(event.target.value))}
      />
      <p id={`${id}-hint`} className={`field-hint ${wrong === null ? "" : "field-error"}`}>
        {wrong ?? payWords.partHint}
      </p>
    </div>
  );
}

function wrongWords(text: string, remaining: number): string | null {
  const tender = tenderOf(text, remaining);
  if (tender.kind === "malformed") return errorWords(tender.code).what;
  return tender.kind === "enough" && tender.change > 0 ? payWords.tooMuch : null;
}
