import { IconAlertTriangle } from "@tabler/icons-react";
import { firstRunWords } from "../../texts/first-run-words.ts";
import { syncWords } from "../../texts/status-words.ts";
import { useNow } from "../../ui/use-now.ts";
import { FactList } from "../hardware/fact-list.tsx";
import { useTillState } from "../store/till-store.ts";
import { StepFoot } from "./step-foot.tsx";

/** Whose till the code made this computer. */
export function OutletStep() {
  const till = useTillState((state) => state.till);
  const sync = useTillState((state) => state.sync);
  const nowMs = useNow();
  if (till === null) return null;
  const { outletName, outletCode, tillCode } = till;
  return (
    <>
      <div className="first-run-outlet">
        <FactList
          facts={[
            [firstRunWords.outlet, outletName],
            [firstRunWords.till, `${outletCode}-${tillCode}`],
            [firstRunWords.centre, syncWords(sync, nowMs).text],
          ]}
        />
      </div>
      <p className="notice notice-warn">
        <IconAlertTriangle aria-hidden="true" size={20} />
        <span>
          <strong>{firstRunWords.wrongOutlet}</strong>
          {firstRunWords.wrongOutletMore}
        </span>
      </p>
      <StepFoot step="OUTLET" ready next={firstRunWords.rightOutlet} />
    </>
  );
}
