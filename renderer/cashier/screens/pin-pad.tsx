import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Keypad } from "../../ui/keypad.tsx";
import { loginWords } from "../../texts/gate-words.ts";
import { stepOf } from "./person-step.ts";

const PIN_LENGTH = 6;

type PinPadProps = {
  failure: string | null;
  onPin: (pin: string) => Promise<void>;
  /** an arrow: the person before or after */
  onStep: (step: 1 | -1) => void;
  disabled: boolean;
};

/** Six digits by keyboard or finger; the sixth sends them, and nothing of them is kept. */
export function PinPad({ failure, onPin, onStep, disabled }: PinPadProps) {
  const id = useId();
  const { input, pin, isShort, busy, type, submit } = usePin(onPin, disabled);
  const onArrow = (event: KeyboardEvent): void => {
    const step = stepOf(event.key);
    if (step === null) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <form className="pin" aria-label={loginWords.pinForm} onSubmit={submit} onKeyDown={onArrow}>
      <div className="pin-field">
        <label className="field-label" htmlFor={id}>
          {loginWords.pin}
        </label>
        <PinDots filled={pin.length} />
        <input
          ref={input}
          id={id}
          className="pin-input"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          data-typing-field=""
          data-autofocus=""
          value={pin}
          disabled={disabled}
          aria-describedby={`${id}-hint`}
          aria-invalid={failure !== null}
          onChange={(event) => void type(event.target.value)}
        />
      </div>
      <Keypad
        onDigits={(digits) => void type(pin + digits)}
        onBackspace={() => void type(pin.slice(0, -1))}
        disabled={disabled || busy}
      />
      <p id={`${id}-hint`} className="field-hint field-error" role="alert">
        {isShort ? loginWords.pinShort : failure}
      </p>
    </form>
  );
}

function usePin(onPin: (pin: string) => Promise<void>, disabled: boolean) {
  const input = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState("");
  const [isShort, setIsShort] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!busy) input.current?.focus();
  }, [busy]);
  const type = async (text: string): Promise<void> => {
    const digits = text.replace(/\D/g, "").slice(0, PIN_LENGTH);
    if (busy || disabled) return;
    setPin(digits);
    setIsShort(false);
    if (digits.length < PIN_LENGTH) return;
    setBusy(true);
    await onPin(digits);
    setPin("");
    setBusy(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsShort(!busy);
  };
  return { input, pin, isShort, busy, type, submit };
}

function PinDots({ filled }: { filled: number }) {
  return (
    <div className="pin-dots" aria-hidden="true">
      {Array.from({ length: PIN_LENGTH }, (_, index) => (
        // The dots have no identity but their place.
        <span key={index} className={`pin-dot ${index < filled ? "pin-dot-filled" : ""}`} />
      ))}
    </div>
  );
}
