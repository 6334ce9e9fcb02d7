import { INSTITUTION_NAME_LENGTH, REFERENCE_LENGTH } from "../../../shared/contract/cart-limits.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import { plainText } from "../../../shared/domain/plain-text.ts";
import type { Till } from "../context.ts";
import { withBuyer } from "./buyer.ts";
import { changeCart } from "./open-cart.ts";
import { type InstitutionPrivate, sealForCart } from "./sale-private.ts";

/**
 * The buyer is an office, firm or village: never a person, so nothing of it counts for one. What it is
 * called stands sealed beside the cart and in the sale's private text only.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, INSTITUTION_NAME, KEY_UNAVAILABLE.
 */
export function setInstitutionBuyer(till: Till, input: InstitutionPrivate): void {
  const name = plainText(input.name);
  const reference = plainText(input.reference);
  const fits = name.length <= INSTITUTION_NAME_LENGTH && reference.length <= REFERENCE_LENGTH;
  if (name === "" || !fits) throw new AppError("INSTITUTION_NAME");
  changeCart(till, (open) => {
    const institution = { type: input.type, name, reference };
    const sealed = sealForCart(till, JSON.stringify({ institution }));
    return { open: withBuyer(open, { kind: "INSTITUTION" }, sealed), result: null };
  });
}
