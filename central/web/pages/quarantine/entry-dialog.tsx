import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { QuarantineRow } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { kindWord } from "../../texts/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { useMe } from "../../ui/use-me.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { EntryFacts } from "./entry-facts.tsx";

type Props = { readonly row: QuarantineRow; readonly onClose: () => void };

/** One entry whole: what is wrong with it, what it says, and what a person makes of it. */
export function EntryDialog({ row, onClose }: Props): ReactNode {
  const { access } = useMe();
  const [isCorrecting, setCorrecting] = useState(false);
  const { tillId, seq, outletName, tillCode } = row;
  const entry = useQuery(useCentre().quarantine.entry.queryOptions({ tillId, seq }));
  const title = `${kindWord(row.kind)}, catatan ${seq}`;
  return (
    <Dialog title={isCorrecting ? "Koreksi di pusat" : title} onClose={onClose}>
      {entry.isError && <FailureNotice error={entry.error} />}
      {entry.isPending && <LoadingLines lines={5} />}
      {entry.data !== undefined && !isCorrecting && (
        <div className="quarantine-entry">
          <EntryFacts entry={entry.data} till={`${outletName} · ${tillCode}`} />
          {access.decideEntries && (
            <DecisionForm
              entry={entry.data}
              onCorrect={() => setCorrecting(true)}
              onClose={onClose}
            />
          )}
        </div>
      )}
      {entry.data !== undefined && isCorrecting && entry.data.sale !== null && (
        <CorrectionForm
          entry={entry.data}
          sale={entry.data.sale}
          onBack={() => setCorrecting(false)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
