import { settingsWords } from "../../texts/settings-words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { DisplayCheck } from "../hardware/display-check.tsx";
import { TrainingSection } from "../training/training-section.tsx";
import { ChangeKeySection } from "./change-key-section.tsx";
import { CloseTillSection } from "./close-till-section.tsx";
import { DeviceLinks } from "./device-links.tsx";
import { LanguageChoice, SizeChoice, SoundChoice } from "./preference-fields.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { closeSettings } from "./settings-store.ts";
import "../hardware/hardware.css";

/** How this till looks, for everybody, and the gallery's rules, by a supervisor's right. */
export function SettingsDialog() {
  return (
    <Dialog title={settingsWords.title} widthPx={980} onClose={closeSettings}>
      <div className="settings">
        <section className="settings-part" aria-labelledby="settings-look">
          <h3 id="settings-look">{settingsWords.look}</h3>
          <p className="soft small">{settingsWords.lookLead}</p>
          <LanguageChoice />
          <SizeChoice />
          <SoundChoice />
        </section>
        <RuleFields />
        <section className="settings-part settings-devices" aria-labelledby="settings-devices">
          <h3 id="settings-devices">{settingsWords.devices}</h3>
          <DisplayCheck />
          <DeviceLinks />
        </section>
        <TrainingSection />
        <ChangeKeySection />
        <CloseTillSection />
      </div>
    </Dialog>
  );
}
