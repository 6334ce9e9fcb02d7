import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { QuarantinedEntry } from "../../../../shared/contract/quarantine-api.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { DECISION_READERS, useReason } from "./use-reason.tsx";
import { useDecide } from "./use-decide.ts";

type Props = {
  readonly entry: QuarantinedEntry;
  readonly onCorrect: () => void;
  readonly onClose: () => void;
};

/** Nothing could be counted of these, whoever says so. */
const UNREADABLE: readonly string[] = ["ENTRY_MALFORMED", "ENTRY_KIND_UNKNOWN"];

/** Accept, correct or send back: once and for good, with a reason. */
export function DecisionForm({ entry, onCorrect, onClose }: Props): ReactNode {
  const reason = useReason(DECISION_READERS);
  const decide = useDecide(onClose);
  const { tillId, seq, code, sale } = entry;
  const say = (decision: "ACCEPT" | "SEND_BACK"): void => {
    const why = reason.check();
    if (why !== null) decide.mutate({ tillId, seq, decision, reason: why });
  };
  return (
    <div className="modal-form">
      {reason.field}
      {decide.isError && <FailureNotice error={decide.error} />}
      <div className="modal-actions">
        <Button
          variant="outline"
          color="brick.6"
          loading={decide.isPending}
          onClick={() => say("SEND_BACK")}
        >
          Kembalikan
        </Button>
        {sale !== null && (
          <Button variant="outline" onClick={onCorrect}>
            Koreksi…
          </Button>
        )}
        {!UNREADABLE.includes(code) && (
          <Button loading={decide.isPending} onClick={() => say("ACCEPT")}>
            Terima dan hitung
          </Button>
        )}
      </div>
    </div>
  );
}
