import { useId } from "react";
import "./choice.css";

type ChoiceProps<T extends string> = {
  label: string;
  options: readonly { value: T; label: string; note?: string }[];
  value: T;
  onChoose: (value: T) => void;
};

/** One of a few, all in sight; arrows move between them as in any radio group. */
export function Choice<T extends string>({ label, options, value, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="choice">
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
