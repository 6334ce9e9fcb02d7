import { useId } from "react";

type TextFieldProps = {
  label: string;
  text: string;
  onText: (text: string) => void;
  hint?: string | undefined;
  /** stands in the hint's place and marks the field; an empty one only marks it */
  error?: string | null;
  maxLength?: number;
  placeholder?: string;
  inputMode?: "text" | "numeric" | "url";
  /** what its screen is for: takes the focus, and the letters typed beside it */
  isFirst?: boolean;
  /** shown as it stands, and keeps the focus */
  locked?: boolean;
};

/** A labelled line of text, judged by the caller. */
export function TextField(props: TextFieldProps) {
  const { label, text, onText, maxLength, placeholder, inputMode } = props;
  const { hint, error = null, isFirst = false, locked = false } = props;
  const id = useId();
  const under = error === null || error === "" ? hint : error;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...(isFirst ? { "data-autofocus": "", "data-typing-field": "", autoFocus: true } : {})}
        {...{ maxLength, placeholder, inputMode }}
        value={text}
        readOnly={locked}
        aria-invalid={error !== null}
        aria-describedby={under === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onText(event.target.value)}
      />
      {under === undefined ? null : (
        <p
          id={`${id}-hint`}
          role={error === null ? undefined : "alert"}
          className={`field-hint ${error === null ? "" : "field-error"}`}
        >
          {under}
        </p>
      )}
    </div>
  );
}
