import { NOTE_LENGTH } from "../../../shared/contract/cart-limits.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { plainText } from "../../../shared/domain/plain-text.ts";
import type { Till } from "../context.ts";
import { changeCart } from "./open-cart.ts";
import { sealForCart } from "./sale-private.ts";

/**
 * Puts a note on the open cart, or takes it off when it is blank; it is kept in the sale's private
 * text and not printed. Fails with: NOT_LOGGED_IN, NO_SHIFT, NOTE_TOO_LONG, KEY_UNAVAILABLE.
 */
export function setNote(till: Till, text: string): void {
  const note = plainText(text);
  if (note.length > NOTE_LENGTH) throw new AppError("NOTE_TOO_LONG");
  changeCart(till, (open) => {
    const noteSealed = note === "" ? null : sealForCart(till, note);
    return { open: { ...open, noteSealed }, result: null };
  });
}
