import { type FormEvent, useState } from "react";
import type { CartLineView, CartView } from "../../../shared/contract/till-state.ts";
import type { Discount } from "../../../shared/domain/discount.ts";
import { parseRupiah } from "../../../shared/domain/money.ts";
import { cartWords } from "../../texts/cart-words.ts";
import { errorWords } from "../../texts/error-words.ts";
import { openDialog } from "../store/screen-store.ts";
import { giveDiscount } from "./give-discount.ts";
import { parsePercent } from "./percent-text.ts";

type Place = "LINE" | "SALE";
type Kind = Discount["kind"];

/** What stands in the discount dialog, and the way from it to the cart. */
export function useDiscountForm(cart: CartView, line: CartLineView) {
  const [place, setPlace] = useState<Place>("LINE");
  const [kind, setKind] = useState<Kind>("SHARE");
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ subject: string; amount: number } | null>(null);
  const discount = parsed(kind, text);
  const lineNo = place === "LINE" ? line.lineNo : null;
  const give = async (given: Discount, approvalId: string | null = null): Promise<void> => {
    const answer = await giveDiscount({ cartId: cart.cartId, lineNo, discount: given, approvalId });
    setAsked(answer.kind === "APPROVAL" ? answer : null);
    if (answer.kind === "GIVEN") return openDialog(null);
    if (answer.kind === "APPROVAL") return;
    const { what, todo } = errorWords(answer.code);
    setFailure(`${what} ${todo}`);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (discount !== null) return void give(discount);
    setFailure(kind === "SHARE" ? cartWords.percentWrong : cartWords.rupiahWrong);
  };
  const type = (next: string): void => {
    setText(next);
    setFailure(null);
  };
  const changeKind = (next: Kind): void => {
    setKind(next);
    type("");
  };
  const base = baseOf(cart, place === "LINE" ? line : null);
  const shown = { place, kind, text, failure, asked, discount, base };
  const stopAsking = (): void => setAsked(null);
  return { ...shown, setPlace, setKind: changeKind, type, give, submit, stopAsking };
}

/** What a discount is taken off: the line, or the sale after the lines' own discounts. */
function baseOf(cart: CartView, line: CartLineView | null): number {
  if (line !== null) return line.gross;
  return cart.lines.reduce((sum, { gross, lineDiscount }) => sum + gross - lineDiscount, 0);
}

function parsed(kind: Kind, text: string): Discount | null {
  if (kind === "SHARE") {
    const basisPoints = parsePercent(text);
    return basisPoints === null ? null : { kind, basisPoints };
  }
  const amount = parseRupiah(text);
  return amount.ok ? { kind, amount: amount.value } : null;
}
