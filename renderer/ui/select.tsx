import { useId } from "react";

type SelectProps<T extends string> = {
  label: string;
  value: T;
  choices: Readonly<Record<T, string>>;
  onChoice: (value: T) => void;
};

/** One of several, shown when asked for. */
export function Select<T extends string>({ label, value, choices, onChoice }: SelectProps<T>) {
  const id = useId();
  const values = Object.keys(choices) as T[];
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = values.find((one) => one === event.target.value);
          if (chosen !== undefined) onChoice(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {choices[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
