import type {
  SettingChange,
  SettingInput,
  SettingsView,
} from "../../../shared/contract/settings.ts";
import { dateOf } from "../../../shared/domain/period.ts";
import { settingSubject } from "../../../shared/domain/setting.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import { sha256Hex } from "../keys/ed25519.ts";
import { qrisTimeoutMinutes, saveQrisTimeout } from "../paying/qris-timeout.ts";
import { discountLimitBp, saveDiscountLimit } from "../selling/discounts.ts";
import { policyAt } from "../selling/person.ts";
import { allowedBy } from "../staff/approval.ts";
import { saveIdleLock } from "../staff/idle-lock.ts";
import { printsObligationLine, saveObligationLine } from "./obligation-line.ts";

/** The settings a supervisor changes; `at` says which policy of the centre holds. */
export function settingsView(db: ReadDb, at: number): SettingsView {
  return {
    discountLimitBp: discountLimitBp(db),
    obligationLine: printsObligationLine(db),
    obligationLineAllowed: policyAt(db, dateOf(at))?.printObligationLine === 1,
    qrisTimeoutMinutes: qrisTimeoutMinutes(db),
  };
}

/**
 * Changes one setting and journals it: by a supervisor's own right, else with their approval of just
 * this value.
 * Fails with: NOT_LOGGED_IN, APPROVAL_NEEDED {action}, APPROVAL_INVALID {action}, COMMAND_REUSED.
 */
export function changeSetting(till: Till, input: SettingInput): void {
  const { commandId, change, approvalId } = input;
  const { name, value } = change;
  const staff = till.session.require();
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    return once(db, { commandId, procedure: "setting.set", content: { name, value }, at }, () => {
      const scope = { action: "SETTING", subject: settingSubject(change), amount: 0 } as const;
      const approval = allowedBy(till, { ...scope, approvalId });
      save(db, change);
      const { body } = till.journal().write(db, {
        actorId: staff.cashierId,
        commandId,
        build: (head) => ({
          v: 1,
          kind: "SETTING_CHANGED",
          ...head,
          ...(approval === null ? {} : { approval }),
          name,
          hash: sha256Hex(String(value)),
          value,
        }),
      });
      return body.name;
    });
  });
  if (!outcome.repeated) till.entryWritten();
  till.changed();
}

function save(db: WriteDb, change: SettingChange): void {
  switch (change.name) {
    case "DISCOUNT_LIMIT":
      return saveDiscountLimit(db, change.value);
    case "IDLE_LOCK":
      return saveIdleLock(db, change.value);
    case "OBLIGATION_LINE":
      return saveObligationLine(db, change.value);
    case "QRIS_TIMEOUT":
      return saveQrisTimeout(db, change.value);
  }
}
