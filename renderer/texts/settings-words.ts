import type { Language } from "../../shared/contract/preferences.ts";
import { inLanguages } from "./language.ts";

/** Each language by its own name, so that who reads only one of them finds it. */
export const languageNames: Readonly<Record<Language, string>> = {
  id: "Indonesia",
  en: "English",
};

/** How the till speaks and shows. */
export const preferenceWords = inLanguages(
  { language: "Bahasa", largeText: "Teks besar", sounds: "Bunyi saat memindai" },
  { language: "Language", largeText: "Large text", sounds: "Sounds when scanning" },
);
