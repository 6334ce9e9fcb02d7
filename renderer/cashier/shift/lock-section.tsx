import { IDLE_LOCK_MINUTES, type IdleLockMinutes } from "../../../shared/domain/shift.ts";
import { shiftTexts } from "../../texts/shift-words.ts";
import { showToast } from "../../ui/toast-store.ts";
import { attempt } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";
import { Choice } from "./choice.tsx";

/** How long the till waits without input before it locks itself. */
export function LockSection() {
  const words = shiftTexts.lock;
  const minutes = useTillState((state) => state.idleLockMinutes);
  const isSupervisor = useTillState((state) => state.session?.role === "SUPERVISOR");
  const choose = async (chosen: IdleLockMinutes): Promise<void> => {
    const done = await attempt((core) => core.session.setIdleLock.mutate({ minutes: chosen }));
    if (done !== null) showToast({ tone: "info", what: words.saved, todo: null });
  };
  return (
    <>
      <Choice
        label={words.lead}
        options={IDLE_LOCK_MINUTES}
        labelOf={words.minutes}
        chosen={IDLE_LOCK_MINUTES.find((option) => option === minutes) ?? null}
        onChoose={(chosen) => void choose(chosen)}
        disabled={!isSupervisor}
      />
      {isSupervisor ? null : <p className="soft small">{words.only}</p>}
    </>
  );
}
