import { type KeyboardEvent, useState } from "react";
import { showRefusal } from "../store/attempt.ts";
import { setQty } from "../store/cart-actions.ts";
import { lineWords } from "../../texts/cart-words.ts";

type QtyFieldProps = { lineNo: number; name: string; qty: number };

/** A line's quantity, typed: Enter or leaving takes it, Escape and a refusal put it back. */
export function QtyField({ lineNo, name, qty }: QtyFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = async (): Promise<void> => {
    const text = typed?.trim() ?? "";
    setTyped(null);
    if (text === "" || text === String(qty)) return;
    const wanted = Number(text.replace(",", "."));
    if (Number.isNaN(wanted)) return showRefusal("QTY_NOT_WHOLE");
    await setQty(lineNo, wanted);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Enter") void take();
    if (event.key === "Escape") setTyped(null);
  };
  return (
    <input
      className="qty"
      inputMode="numeric"
      autoComplete="off"
      aria-label={lineWords.qty(name)}
      value={typed ?? String(qty)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void take()}
      onKeyDown={onKeyDown}
    />
  );
}
