import { useFindings } from "../hardware/findings.ts";
import { ScannerCheck } from "../hardware/scanner-check.tsx";
import { useTillState } from "../store/till-store.ts";
import { StepFoot } from "./step-foot.tsx";
import "../hardware/hardware.css";

/** The scanner, tried on a code on the screen. */
export function ScannerStep() {
  const before = useTillState(({ firstRun }) => firstRun?.answers.SCANNER === "DONE");
  const found = useFindings((state) => state.found.SCANNER !== undefined);
  return (
    <>
      <div className="hardware-check">
        <ScannerCheck />
      </div>
      <StepFoot step="SCANNER" ready={found || before} />
    </>
  );
}
