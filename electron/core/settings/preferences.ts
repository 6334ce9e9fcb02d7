import { Preferences, type PreferencesInput } from "../../../shared/contract/preferences.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { setSetting, setting } from "../db/stores/setting.ts";

const NAME = "preferences";
const DEFAULTS: Preferences = { language: "id", largeText: false, sounds: true };

/** The till's language, size of text and sounds. */
export function preferences(db: ReadDb): Preferences {
  const stored = setting(db, NAME);
  return stored === null ? DEFAULTS : Preferences.parse(JSON.parse(stored));
}

/**
 * Keeps what a person at the till prefers. It asks for nobody's PIN: whoever cannot read the screen
 * cannot log in either, and no sale, sum or right depends on it. Doing it again changes nothing.
 */
export function setPreferences(till: Till, input: PreferencesInput): void {
  till.file.commit((db) => {
    const next = Preferences.parse({ ...preferences(db), ...input });
    setSetting(db, NAME, JSON.stringify(next));
  });
  till.changed();
}
