import type { Preferences } from "../../shared/contract/preferences.ts";
import { speak } from "../texts/language.ts";

/** Makes the page speak and show as preferred. Call it before what is drawn of the same state. */
export function applyPreferences({
  language,
  largeText,
}: Pick<Preferences, "language" | "largeText">): void {
  speak(language);
  const page = document.documentElement;
  const text = largeText ? "large" : "usual";
  // A new state comes with each scan, and naming the language again styles the whole page anew.
  if (page.lang !== language) page.lang = language;
  if (page.dataset["text"] !== text) page.dataset["text"] = text;
}
