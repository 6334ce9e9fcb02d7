import { IconPrinter } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { ShiftReport } from "../../../shared/contract/shift.ts";
import { differenceWords, shiftTexts } from "../../texts/shift-words.ts";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { attempt } from "../store/attempt.ts";
import { ClosedFigures } from "./figures.tsx";
import { useCommand } from "../store/use-command.ts";
import { dateTimeWords } from "../../texts/date-words.ts";

const PAGE = 20;

/** The shifts that were closed here, each as it was, and on paper again. */
export function PastSection() {
  const words = shiftTexts.past;
  const { reports, isAll, more } = useClosed();
  const [pickedId, setPickedId] = useState<string | null>(null);
  if (reports === null) return null;
  const picked = reports.find(({ reportId }) => reportId === pickedId) ?? reports[0];
  if (picked === undefined) return <p>{words.none}</p>;
  return (
    <div className="past">
      <ul className="past-list" aria-label={words.list}>
        {reports.map((report) => (
          <li key={report.reportId}>
            <button
              type="button"
              className="past-row"
              aria-pressed={report.reportId === picked.reportId}
              onClick={() => setPickedId(report.reportId)}
            >
              <strong>Z-{report.closing?.zNumber}</strong>
              <span className="small">{dateTimeWords(report.at)}</span>
              <span className="small soft">{differenceWords(report.closing?.difference ?? 0)}</span>
            </button>
          </li>
        ))}
        {isAll ? null : (
          <li>
            <Button look="quiet" onClick={() => void more()}>
              {words.more}
            </Button>
          </li>
        )}
      </ul>
      <ZReport report={picked} />
    </div>
  );
}

/** A closed shift in figures, with a way to print it again. */
function ZReport({ report }: { report: ShiftReport }) {
  const words = shiftTexts.past;
  const { run, busy } = useCommand();
  const zNumber = report.closing?.zNumber ?? 0;
  const print = async (): Promise<void> => {
    const done = await run((core, commandId) => core.shift.printZ.mutate({ commandId, zNumber }));
    if (done !== null) showToast({ tone: "info", what: words.reprinting, todo: null });
  };
  return (
    <div className="past-report">
      <ClosedFigures report={report} />
      <div className="dialog-actions">
        <Button
          icon={<IconPrinter aria-hidden="true" size={20} />}
          aria-disabled={busy}
          onClick={() => void print()}
        >
          {words.reprint}
        </Button>
      </div>
    </div>
  );
}

function useClosed() {
  const [reports, setReports] = useState<readonly ShiftReport[] | null>(null);
  const [isAll, setIsAll] = useState(false);
  const add = (known: readonly ShiftReport[], found: ShiftReport[] | null): void => {
    if (found === null) return;
    setReports([...known, ...found]);
    setIsAll(found.length < PAGE);
  };
  useEffect(() => {
    let shown = true;
    void closedBefore(null).then((found) => (shown ? add([], found) : undefined));
    return () => {
      shown = false;
    };
  }, []);
  const more = async (): Promise<void> => {
    const known = reports ?? [];
    add(known, await closedBefore(known.at(-1)?.closing?.zNumber ?? null));
  };
  return { reports, isAll, more };
}

function closedBefore(before: number | null): Promise<ShiftReport[] | null> {
  return attempt((core) => core.shift.closed.query({ before, limit: PAGE }));
}
