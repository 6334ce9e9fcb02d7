import { useId } from "react";
import { groupedAmount } from "./money-text.ts";

type MoneyInputProps = {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** shown under the field; an error also marks the field */
  hint?: string;
  error?: string | null;
  /** shown as it stands, and keeps the focus */
  locked?: boolean;
};

/** A field for rupiah: typed freely, grouped as typed, judged by the caller. */
export function MoneyInput(props: MoneyInputProps) {
  const { label, text, onText, hint = "", error = null, locked = false } = props;
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input input-large"
        inputMode="numeric"
        autoComplete="off"
        data-autofocus=""
        data-typing-field=""
        // The field is what its screen is for.
        autoFocus
        value={text}
        readOnly={locked}
        aria-invalid={error !== null}
        aria-describedby={`${id}-hint`}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onText(groupedAmount(event.target.value))}
      />
      <p id={`${id}-hint`} className={`field-hint ${error === null ? "" : "field-error"}`}>
        {error ?? hint}
      </p>
    </div>
  );
}
