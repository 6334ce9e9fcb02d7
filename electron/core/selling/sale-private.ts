import { z } from "zod";
import { AppError } from "../../../shared/contract/errors.ts";
import { InstitutionType } from "../../../shared/contract/primitives.ts";
import type { Till } from "../context.ts";
import type { Private } from "../journal/journal.ts";
import { openSealed, sealText } from "../keys/sealing.ts";
import type { TillKeys } from "../keys/till-keys.ts";
import type { OpenCart } from "./open-cart.ts";

/** An office, firm or village that buys, as the cashier typed it. */
export type InstitutionPrivate = z.infer<typeof InstitutionPrivate>;
const InstitutionPrivate = z.object({
  type: InstitutionType,
  name: z.string(),
  reference: z.string(),
});
const TenderReference = z.object({ no: z.int().min(1), reference: z.string() });
/** The number on a bank's slip, and which tender of the sale it is of. */
export type TenderReference = z.infer<typeof TenderReference>;
const SalePrivate = z.object({
  nip: z.string().optional(),
  institution: InstitutionPrivate.optional(),
  note: z.string().optional(),
  references: z.array(TenderReference).optional(),
});
/** What the private text beside a sale may say; a NIP only of a buyer whom the roster does not know. */
export type SalePrivate = z.infer<typeof SalePrivate>;

function parseSalePrivate(text: string): SalePrivate {
  return SalePrivate.parse(JSON.parse(text));
}

/** What the cart will leave in its sale's private text; nothing while the key store gives no keys. */
export function cartPrivate(
  open: Pick<OpenCart, "privateSealed" | "noteSealed">,
  keys: TillKeys | null,
): SalePrivate {
  if (keys === null) return {};
  const { privateSealed, noteSealed } = open;
  const buyer =
    privateSealed === null ? {} : parseSalePrivate(openSealed(keys.dataKey, privateSealed));
  return noteSealed === null ? buyer : { ...buyer, note: openSealed(keys.dataKey, noteSealed) };
}

/**
 * The private text for the entry of a cart's sale; null when there is nothing to keep. While no key
 * opens and seals, a note is left out, but not what says who bought or how it was paid.
 * Fails with: KEY_UNAVAILABLE when a slip's number, a NIP or an institution's name would be lost.
 */
export function keptPrivate(
  till: Till,
  open: OpenCart,
  references: readonly TenderReference[],
): Private | null {
  const keys = till.keys();
  if (keys === null && (references.length > 0 || open.privateSealed !== null)) {
    throw new AppError("KEY_UNAVAILABLE", { retryable: true });
  }
  const { nip, institution, note } = cartPrivate(open, keys);
  const fields = {
    ...(nip === undefined ? {} : { nip }),
    ...(institution === undefined ? {} : { institution }),
    ...(note === undefined ? {} : { note }),
    ...(references.length === 0 ? {} : { references }),
  };
  return Object.keys(fields).length === 0 ? null : till.journal().privateOf(fields);
}

/** The private text beside a sale's entry; nothing where it was destroyed or there is no key. */
export function entryPrivate(
  entry: { readonly privateSealed: Uint8Array | null },
  keys: TillKeys | null,
): SalePrivate {
  const { privateSealed } = entry;
  if (privateSealed === null || keys === null) return {};
  return parseSalePrivate(openSealed(keys.dataKey, privateSealed));
}

/** Seals free text for the open cart. Fails with: KEY_UNAVAILABLE. */
export function sealForCart(till: Till, text: string): Uint8Array {
  const keys = till.keys();
  if (keys === null) throw new AppError("KEY_UNAVAILABLE", { retryable: true });
  return sealText(keys.dataKey, text, till.random);
}
