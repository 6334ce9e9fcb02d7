import { useId } from "react";

type TextFieldProps = {
  label: string;
  text: string;
  onText: (text: string) => void;
  autoFocus?: boolean;
};

export function TextField({ label, text, onText, autoFocus = false }: TextFieldProps) {
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
        spellCheck={false}
        // The form replaces the button that opened it.
        ref={(input) =>
          autoFocus && input?.dataset["seen"] === undefined ? focusOnce(input) : undefined
        }
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  if (input === null) return;
  input.dataset["seen"] = "";
  input.focus();
}

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  choices: Readonly<Record<T, string>>;
  onChoice: (value: T) => void;
};

export function Choice<T extends string>({ label, value, choices, onChoice }: ChoiceProps<T>) {
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

type TickProps = { label: string; on: boolean; onTick: (on: boolean) => void };

export function Tick({ label, on, onTick }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => onTick(event.target.checked)} />
      {label}
    </label>
  );
}
