import type { Language, PreferencesInput } from "../../../shared/contract/preferences.ts";
import { languageNames, preferenceWords } from "../../texts/settings-words.ts";
import { Choice } from "../../ui/choice.tsx";
import { attempt } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";

const LANGUAGES = (["id", "en"] as const).map((value) => ({ value, label: languageNames[value] }));

/** Keeps a preference; the till shows it at once. */
function prefer(change: PreferencesInput): void {
  void attempt((core) => core.preference.set.mutate(change));
}

/** The language of both screens. */
export function LanguageChoice() {
  const language = useTillState((state) => state.preferences.language);
  return (
    <Choice<Language>
      label={preferenceWords.language}
      options={LANGUAGES}
      value={language}
      onChoose={(chosen) => prefer({ language: chosen })}
    />
  );
}

export function SizeChoice() {
  const largeText = useTillState((state) => state.preferences.largeText);
  const options = [
    { value: "usual", label: preferenceWords.usual },
    { value: "large", label: preferenceWords.large },
  ];
  return (
    <Choice
      label={preferenceWords.size}
      options={options}
      value={largeText ? "large" : "usual"}
      onChoose={(chosen) => prefer({ largeText: chosen === "large" })}
    />
  );
}

export function SoundChoice() {
  const sounds = useTillState((state) => state.preferences.sounds);
  const options = [
    { value: "on", label: preferenceWords.soundsOn },
    { value: "off", label: preferenceWords.soundsOff },
  ];
  return (
    <Choice
      label={preferenceWords.sounds}
      options={options}
      value={sounds ? "on" : "off"}
      onChoose={(chosen) => prefer({ sounds: chosen === "on" })}
    />
  );
}

/** On the screens before selling: what one may need in order to read them. */
export function GatePreferences() {
  const largeText = useTillState((state) => state.preferences.largeText);
  return (
    <div className="gate-preferences">
      <LanguageChoice />
      <button
        type="button"
        className="gate-toggle"
        aria-pressed={largeText}
        onClick={() => prefer({ largeText: !largeText })}
      >
        {preferenceWords.largeText}
      </button>
    </div>
  );
}
