import { type ErrorDetails, isErrorCode } from "../../shared/contract/errors.ts";
import { formatWibTime } from "../../shared/domain/period.ts";
import { type ErrorText, errorText } from "./errors.ts";

/** The text for any code, a code of a newer version included, with what the details add. */
export function errorWords(code: string, details: ErrorDetails = {}): ErrorText {
  const text = isErrorCode(code) ? errorText[code] : errorText.INTERNAL;
  const todo = moreToDo(code, details);
  return todo === null ? text : { what: text.what, todo };
}

function moreToDo(code: string, details: ErrorDetails): string | null {
  const { left, until } = details;
  if (code === "PIN_WRONG" && typeof left === "number") {
    return `Tersisa ${left} kali percobaan sebelum dikunci.`;
  }
  if (code === "PIN_LOCKED" && typeof until === "number") {
    return `Coba lagi setelah pukul ${formatWibTime(until)}, atau minta bantuan penyelia.`;
  }
  return null;
}
