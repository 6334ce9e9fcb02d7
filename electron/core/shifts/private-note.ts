import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import type { Private } from "../journal/journal.ts";

/**
 * A note in words for an entry's private text; null where none was written, and while no key can seal
 * it: a body that names a text nobody has would be kept aside at the centre for good.
 * Fails with: NOTE_NEEDED when the reason is OTHER and nothing explains it.
 */
export function privateNote(
  till: Till,
  { reason, note }: { readonly reason: string | null; readonly note: string },
): Private | null {
  if (note === "" && reason === "OTHER") throw new AppError("NOTE_NEEDED");
  return note === "" || till.keys() === null ? null : till.journal().privateOf({ note });
}

/** The private text of an entry's draft, left out where there is none. */
export function draftPrivate(kept: Private | null): { readonly privateText?: string } {
  return kept === null ? {} : { privateText: kept.text };
}
