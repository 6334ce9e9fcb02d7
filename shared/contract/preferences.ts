import { z } from "zod";

/** The languages the screens speak. Paper is always Indonesian. */
export const Language = z.enum(["id", "en"]);
export type Language = z.infer<typeof Language>;

/** How this till speaks to whoever stands at it; nothing of a sale depends on it. */
export const Preferences = z.object({
  language: Language,
  largeText: z.boolean(),
  sounds: z.boolean(),
});
export type Preferences = z.infer<typeof Preferences>;

/** What is left out stays as it was. */
export const PreferencesInput = Preferences.partial();
export type PreferencesInput = z.infer<typeof PreferencesInput>;
