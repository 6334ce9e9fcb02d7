import { useId } from "react";
import "./choice.css";

type ChoiceProps<T extends string | number> = {
  label: string;
  options: readonly { value: T; label: string; note?: string }[];
  /** null: none yet */
  value: T | null;
  onChoose: (value: T) => void;
  disabled?: boolean;
};

/** One of a few, all in sight; arrows move between them as in any radio group. */
export function Choice<T extends string | number>(props: ChoiceProps<T>) {
  const { label, options, value, onChoose, disabled = false } = props;
  const name = useId();
  return (
    <fieldset className="choice" disabled={disabled}>
      <legend className="field-label">{label}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span className="choice-words">
              {option.label}
              {option.note === undefined ? null : <span className="small">{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Options in their order, each with its word. */
export function optionsOf<T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, string>>,
): { value: T; label: string }[] {
  return values.map((value) => ({ value, label: words[value] }));
}
