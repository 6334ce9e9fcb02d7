import { useEffect, useId, useRef } from "react";

type TextFieldProps = {
  label: string;
  text: string;
  onText: (text: string) => void;
  hint?: string;
  maxLength?: number;
  /** takes the focus, because it replaces what had it */
  autoFocus?: boolean;
};

/** A labelled line of text. */
export function TextField({ label, text, onText, hint, maxLength, autoFocus }: TextFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus === true) input.current?.focus();
  }, [autoFocus]);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        className="input"
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        value={text}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onText(event.target.value)}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
