import { PrinterSetup } from "../status/printer-section.tsx";
import { useTillState } from "../store/till-store.ts";
import { StepFoot } from "./step-foot.tsx";
import "../status/status.css";

/** The receipt printer and its test page, as the till's status has them. */
export function PrinterStep() {
  const isSet = useTillState(({ printer }) =>
    printer.printers.some(({ role }) => role === "RECEIPT"),
  );
  return (
    <>
      <div className="status-section">
        <PrinterSetup />
      </div>
      <StepFoot step="PRINTER" ready={isSet} help="printer" />
    </>
  );
}
