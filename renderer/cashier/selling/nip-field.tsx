import { useId } from "react";
import { nipWords } from "../../texts/buyer-words.ts";
import { groupedNip, nipLength } from "./nip-text.ts";

type NipFieldProps = {
  text: string;
  onText: (text: string) => void;
  /** stands in the place of how many digits are there */
  failure: string | null;
};

/** Where a NIP is typed: grouped as on cards, its digits counted. */
export function NipField({ text, onText, failure }: NipFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {nipWords.field}
      </label>
      <input
        id={id}
        className="input nip-input"
        inputMode="numeric"
        autoComplete="off"
        data-autofocus=""
        autoFocus
        value={text}
        aria-invalid={failure !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onText(groupedNip(event.target.value))}
      />
      <p id={`${id}-hint`} className={`field-hint ${failure === null ? "" : "field-error"}`}>
        {failure ?? nipWords.typed(nipLength(text))}
      </p>
    </div>
  );
}
