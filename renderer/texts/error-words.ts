import { type ErrorDetails, isErrorCode } from "../../shared/contract/errors.ts";
import { timeWords } from "./date-words.ts";
import { type ErrorText, errorText } from "./errors.ts";
import { said } from "./language.ts";

/** The text for any code, a code of a newer version included, with what the details add. */
export function errorWords(code: string, details: ErrorDetails = {}): ErrorText {
  const text = isErrorCode(code) ? errorText[code] : errorText.INTERNAL;
  const todo = moreToDo(code, details);
  return todo === null ? text : { what: text.what, todo };
}

function moreToDo(code: string, details: ErrorDetails): string | null {
  const { left, until } = details;
  if (code === "PIN_WRONG" && typeof left === "number") {
    return said(
      `Tersisa ${left} kali percobaan sebelum dikunci.`,
      `Tries left before the PIN is locked: ${left}.`,
    );
  }
  if (code === "PIN_LOCKED" && typeof until === "number") {
    const time = timeWords(until);
    return said(
      `Coba lagi setelah pukul ${time}, atau minta bantuan penyelia.`,
      `Try again after ${time}, or ask a supervisor for help.`,
    );
  }
  return null;
}
