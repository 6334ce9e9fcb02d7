import { z } from "zod";
import { HashHex, Uuid } from "./primitives.ts";

/** Whom a typed NIP names, for comparing with the card in hand. */
export const CardHolder = z.object({
  personId: Uuid,
  /** null while the till has no names: nobody can compare, so nothing is bound */
  name: z.string().nullable(),
  officeName: z.string().nullable(),
});
export type CardHolder = z.infer<typeof CardHolder>;

/** `approvalId` of an approval with action BIND_CARD, subject by `bindingSubject` and amount 0. */
export const BindCardInput = z.object({
  commandId: Uuid,
  cardHash: HashHex,
  personId: Uuid,
  approvalId: z.string().max(64).nullable(),
});
export type BindCardInput = z.infer<typeof BindCardInput>;

/** What the approval of a binding is for: this card and this person, no other. */
export function bindingSubject(of: {
  readonly cardHash: string;
  readonly personId: string;
}): string {
  return `${of.cardHash}:${of.personId}`;
}
