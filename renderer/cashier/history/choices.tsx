import { useId } from "react";

type ChoicesProps<T extends string> = {
  label: string;
  words: Readonly<Record<T, string>>;
  options: readonly T[];
  value: T;
  onPick: (value: T) => void;
};

/** One of a few, all to be seen. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { label, words, options, value, onPick } = props;
  const name = useId();
  return (
    <fieldset className="choices">
      <legend className="field-label">{label}</legend>
      {options.map((option) => (
        <label key={option} className="choice">
          <input
            type="radio"
            name={name}
            checked={option === value}
            onChange={() => onPick(option)}
          />
          {words[option]}
        </label>
      ))}
    </fieldset>
  );
}
