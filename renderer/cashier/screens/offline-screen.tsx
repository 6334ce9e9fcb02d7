import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { dateTimeWords } from "../../texts/date-words.ts";
import { errorWords } from "../../texts/error-words.ts";
import { copyTexts } from "../../texts/health-words.ts";
import { Button } from "../../ui/button.tsx";
import { askCore } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";
import { Gate } from "./gate.tsx";
import { People } from "./people.tsx";
import { personAfter } from "./person-step.ts";
import { PinPad } from "./pin-pad.tsx";

/** A restored till goes on without the centre: what that means, and the PIN of the supervisor who says so. */
export function OfflineScreen({ onBack }: { onBack: () => void }) {
  const restoredFrom = useTillState((state) => state.restoredFrom);
  const { supervisors, staffId, failure, pick, goOn } = useGoOn();
  return (
    <Gate
      title={copyTexts.offlineTitle}
      lead={copyTexts.offlineLead(`${dateTimeWords(restoredFrom ?? 0)} WIB`)}
      wide
    >
      <p className="notice notice-warn">
        {supervisors.length === 0 ? copyTexts.offlineNone : copyTexts.offlineAfter}
      </p>
      {staffId === null ? null : (
        <div className="gate-columns">
          <div className="field">
            <p className="field-label" aria-hidden="true">
              {copyTexts.offlineStaff}
            </p>
            <People
              label={copyTexts.offlineStaff}
              people={supervisors}
              pickedId={staffId}
              onPick={pick}
            />
          </div>
          <PinPad
            key={staffId}
            failure={failure}
            onPin={goOn}
            onStep={(step) => pick(personAfter(supervisors, staffId, step))}
            disabled={false}
          />
        </div>
      )}
      <Button icon={<IconArrowLeft aria-hidden="true" size={20} />} onClick={onBack}>
        {copyTexts.offlineBack}
      </Button>
    </Gate>
  );
}

function useGoOn() {
  const cashiers = useTillState((state) => state.cashiers);
  const supervisors = cashiers.filter(({ role }) => role === "SUPERVISOR");
  const [picked, setPicked] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const staffId = picked ?? supervisors[0]?.cashierId ?? null;
  const pick = (id: string | null): void => {
    setPicked(id);
    setFailure(null);
  };
  const goOn = async (pin: string): Promise<void> => {
    if (staffId === null) return;
    try {
      await askCore((core) => core.enrol.goOnOffline.mutate({ staffId, pin }));
    } catch (error) {
      const { code, details } = appErrorOf(error);
      const { what, todo } = errorWords(code, details);
      setFailure(`${what} ${todo}`);
    }
  };
  return { supervisors, staffId, failure, pick, goOn };
}
