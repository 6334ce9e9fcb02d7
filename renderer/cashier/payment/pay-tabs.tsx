import { type KeyboardEvent, memo, useEffect, useRef } from "react";
import { payMethods, payWords, wayWords } from "../../texts/paying-words.ts";
import { chooseMethod } from "./pay.ts";
import type { PayMethod } from "./payment.ts";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

type PayTabsProps = { method: PayMethod; disabled: boolean };

/** The ways to pay; each by its key from anywhere on the sheet, or by arrow once one has the focus. */
export const PayTabs = memo(function PayTabs({ method, disabled }: PayTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (disabled) return;
    const onKeyDown = (event: KeyboardEvent | globalThis.KeyboardEvent): void => {
      const chosen = payMethods.find(({ key }) => key === event.key);
      if (chosen !== undefined && !event.repeat) chooseMethod(chosen.kind);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [disabled]);
  const onArrow = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = payMethods.findIndex(({ kind }) => kind === method);
    const next = payMethods.at((index + step) % payMethods.length);
    if (next === undefined) return;
    chooseMethod(next.kind);
    list.current?.querySelector<HTMLElement>(`[data-method="${next.kind}"]`)?.focus();
  };
  return (
    <div
      ref={list}
      className="pay-tabs"
      role="tablist"
      tabIndex={-1}
      aria-label={payWords.methods}
      onKeyDown={onArrow}
    >
      {payMethods.map(({ kind, key }) => (
        <button
          key={kind}
          type="button"
          role="tab"
          data-method={kind}
          className="pay-tab"
          aria-selected={kind === method}
          aria-keyshortcuts={key}
          tabIndex={kind === method ? 0 : -1}
          disabled={disabled}
          onClick={() => chooseMethod(kind)}
        >
          {wayWords[kind]}
          <kbd className="key" aria-hidden="true">
            {key}
          </kbd>
        </button>
      ))}
    </div>
  );
});
