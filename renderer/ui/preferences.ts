import type { Preferences } from "../../shared/contract/preferences.ts";
import { speak } from "../texts/language.ts";

/** Makes the page speak and show as preferred. Call it before what is drawn of the same state. */
export function applyPreferences({
  language,
  largeText,
}: Pick<Preferences, "language" | "largeText">): void {
  speak(language);
  const page = document.documentElement;
  page.lang = language;
  page.dataset["text"] = largeText ? "large" : "usual";
}
