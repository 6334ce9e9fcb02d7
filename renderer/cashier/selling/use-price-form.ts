import { type FormEvent, useState } from "react";
import type { CartLineView } from "../../../shared/contract/till-state.ts";
import { parseRupiah } from "../../../shared/domain/money.ts";
import { checkNewPrice } from "../../../shared/domain/price-change.ts";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { errorWords } from "../../texts/error-words.ts";
import { priceWords } from "../../texts/price-words.ts";
import { askCore } from "../store/attempt.ts";
import { openDialog, touchLine } from "../store/screen-store.ts";

type Asked = { readonly subject: string; readonly amount: number };

/** What stands in the price dialog, and the way from it to the cart. */
export function usePriceForm(cartId: string, { lineNo, unitPrice }: CartLineView) {
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const give = async (price: number, approvalId: string | null = null): Promise<void> => {
    setAsked(null);
    try {
      const wanted = { cartId, lineNo, price, approvalId };
      await askCore((core) => core.cart.setPrice.mutate(wanted));
      touchLine(lineNo);
      openDialog(null);
    } catch (error) {
      const needed = approvalAsked(error);
      setAsked(needed);
      if (needed === null) setFailure(refusalWords(appErrorOf(error).code));
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const price = newPrice(text);
    if (price === null) return setFailure(priceWords.wrong);
    if (price === unitPrice) return setFailure(priceWords.same);
    void give(price);
  };
  const type = (next: string): void => {
    setText(next);
    setFailure(null);
  };
  const stopAsking = (): void => setAsked(null);
  return { text, failure, asked, type, submit, give, stopAsking };
}

function newPrice(text: string): number | null {
  const typed = parseRupiah(text);
  const price = typed.ok ? checkNewPrice(typed.value) : typed;
  return price.ok ? price.value : null;
}

/** What a supervisor must approve first; null when that is not why it was refused. */
function approvalAsked(error: unknown): Asked | null {
  const { code, details } = appErrorOf(error);
  const { subject, amount } = details;
  if (code !== "APPROVAL_NEEDED" || typeof subject !== "string") return null;
  return typeof amount === "number" ? { subject, amount } : null;
}

function refusalWords(code: string): string {
  if (code === "DISCOUNT_TOO_LARGE") return priceWords.tooMuch;
  const { what, todo } = errorWords(code);
  return `${what} ${todo}`;
}
