import { IconBackspace } from "@tabler/icons-react";
import { Button } from "./button.tsx";
import { controlWords } from "../texts/control-words.ts";

type KeypadProps = {
  onDigits: (digits: string) => void;
  onBackspace: () => void;
  /** a third bottom key: `000` for money, nothing for a PIN */
  thousands?: boolean;
  disabled?: boolean;
};

/** Digits for fingers; keyboards type into the field itself. */
export function Keypad({ onDigits, onBackspace, thousands = false, disabled }: KeypadProps) {
  const digit = (digits: string) => (
    <Button
      key={digits}
      disabled={disabled}
      // The field keeps the focus, so that keyboard and fingers can take turns.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onDigits(digits)}
    >
      {digits}
    </Button>
  );
  return (
    <fieldset className="keypad" aria-label={controlWords.keypad}>
      {["1", "2", "3", "4", "5", "6", "7", "8", "9"].map(digit)}
      {thousands ? digit("000") : <span />}
      {digit("0")}
      <Button
        disabled={disabled}
        aria-label={controlWords.backspace}
        icon={<IconBackspace aria-hidden="true" />}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onBackspace}
      />
    </fieldset>
  );
}
