import type { SettingChange } from "../../../shared/contract/settings.ts";
import { DISCOUNT_LIMITS_BP, QRIS_TIMEOUT_MINUTES } from "../../../shared/domain/setting.ts";
import { IDLE_LOCK_MINUTES } from "../../../shared/domain/shift.ts";
import { settingsWords } from "../../texts/settings-words.ts";
import { Choice } from "../../ui/choice.tsx";
import { useTillState } from "../store/till-store.ts";
import { useChangeSetting } from "./use-change-setting.ts";

/** The rules a supervisor sets; a cashier changes one with a supervisor's approval of that value. */
export function RuleFields() {
  const settings = useTillState((state) => state.settings);
  const idleLockMinutes = useTillState((state) => state.idleLockMinutes);
  const { own, approval, change } = useChangeSetting();
  return (
    <section className="settings-part settings-rules" aria-labelledby="settings-rules">
      <h3 id="settings-rules">{settingsWords.rules}</h3>
      <p className="soft small">
        {settingsWords.rulesLead} {own ? null : settingsWords.withPin}
      </p>
      <Choice
        label={settingsWords.discountLimit}
        options={limitOptions(settings.discountLimitBp)}
        value={settings.discountLimitBp}
        onChoose={(value) => change({ name: "DISCOUNT_LIMIT", value })}
      />
      <Choice
        label={settingsWords.idleLock}
        options={IDLE_LOCK_MINUTES.map((value) => ({ value, label: settingsWords.minutes(value) }))}
        value={IDLE_LOCK_MINUTES.find((option) => option === idleLockMinutes) ?? null}
        onChoose={(value) => change({ name: "IDLE_LOCK", value })}
      />
      <Choice
        label={settingsWords.qrisTimeout}
        options={QRIS_TIMEOUT_MINUTES.map((value) => ({
          value,
          label: settingsWords.minutes(value),
        }))}
        value={settings.qrisTimeoutMinutes}
        onChoose={(value) => change({ name: "QRIS_TIMEOUT", value })}
      />
      <ObligationChoice onChange={change} />
      {approval}
    </section>
  );
}

function ObligationChoice({ onChange }: { onChange: (change: SettingChange) => void }) {
  const { obligationLine, obligationLineAllowed } = useTillState((state) => state.settings);
  const { obligation, printed, notPrinted, obligationLead, obligationOff } = settingsWords;
  const options = [
    { value: 1, label: printed },
    { value: 0, label: notPrinted },
  ] as const;
  return (
    <div>
      <Choice<0 | 1>
        label={obligation}
        options={options}
        value={obligationLine ? 1 : 0}
        onChoose={(value) => onChange({ name: "OBLIGATION_LINE", value })}
      />
      <p className="field-hint">
        {obligationLead} {obligationLineAllowed ? null : obligationOff}
      </p>
    </div>
  );
}

/** A limit from elsewhere is shown among the usual ones. */
function limitOptions(currentBp: number): { value: number; label: string }[] {
  const limits = new Set([...DISCOUNT_LIMITS_BP, currentBp]);
  return [...limits]
    .toSorted((a, b) => a - b)
    .map((value) => ({
      value,
      label: value === 0 ? settingsWords.noDiscount : `${value / 100}%`,
    }));
}
