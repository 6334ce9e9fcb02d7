import { topDialog } from "../ui/open-dialogs.ts";

/**
 * The one field a screen is for: the search, the PIN, the money; a dialog's own while one is open.
 * It takes what is typed while no other field has the focus.
 */
export function typingField(): HTMLInputElement | null {
  const where = topDialog() ?? document;
  return where.querySelector<HTMLInputElement>("input[data-typing-field]");
}

/** Puts the focus there, ready to replace what stands in it. */
export function focusTypingField(): void {
  const field = typingField();
  field?.focus();
  field?.select();
}
