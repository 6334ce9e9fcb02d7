import { closingWords } from "../../texts/closing-words.ts";
import { Gate } from "./gate.tsx";

/** A till that was taken out of service: what it still sends shows on the left, and nothing can be done. */
export function ClosedScreen() {
  return (
    <Gate title={closingWords.closedTitle}>
      <p>{closingWords.closedLead}</p>
      <p className="soft">{closingWords.closedLeaveOn}</p>
    </Gate>
  );
}
