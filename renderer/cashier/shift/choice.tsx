import { useId } from "react";

type ChoiceProps<T extends string | number> = {
  label: string;
  options: readonly T[];
  labelOf: (option: T) => string;
  chosen: T | null;
  onChoose: (option: T) => void;
  disabled?: boolean;
};

/** One of a few, as buttons large enough for a finger; arrow keys move as in any radio group. */
export function Choice<T extends string | number>(props: ChoiceProps<T>) {
  const { label, options, labelOf, chosen, onChoose, disabled = false } = props;
  const name = useId();
  return (
    <fieldset className="choice" disabled={disabled}>
      <legend className="field-label">{label}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option} className="choice-option">
            <input
              type="radio"
              name={name}
              checked={option === chosen}
              onChange={() => onChoose(option)}
            />
            {labelOf(option)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type NoteFieldProps = {
  label: string;
  hint: string;
  text: string;
  onText: (text: string) => void;
};

/** A line of free words. */
export function NoteField({ label, hint, text, onText }: NoteFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        maxLength={200}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onText(event.target.value)}
      />
      <p id={`${id}-hint`} className="field-hint">
        {hint}
      </p>
    </div>
  );
}
