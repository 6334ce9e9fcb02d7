import { IconPrinter } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { ShiftReport } from "../../../shared/contract/shift.ts";
import { shiftTexts } from "../../texts/shift-words.ts";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { attempt } from "../store/attempt.ts";
import { DrawerFigures, SalesFigures } from "./figures.tsx";

/** The running shift in figures (X), and on paper. */
export function ReportSection() {
  const report = useReport();
  const words = shiftTexts.report;
  const print = async (): Promise<void> => {
    const done = await attempt((core) => core.shift.printX.mutate({ commandId: uuidv7() }));
    if (done !== null) showToast({ tone: "info", what: words.printing, todo: null });
  };
  if (report === null) return null;
  return (
    <>
      <div className="figures-columns">
        <SalesFigures report={report} />
        <div>
          <DrawerFigures report={report} />
          <p className="soft small cash-blind">{words.blind}</p>
        </div>
      </div>
      <div className="dialog-actions">
        <Button icon={<IconPrinter aria-hidden="true" size={20} />} onClick={() => void print()}>
          {words.printX}
        </Button>
      </div>
    </>
  );
}

function useReport(): ShiftReport | null {
  const [report, setReport] = useState<ShiftReport | null>(null);
  useEffect(() => {
    let shown = true;
    void attempt((core) => core.shift.report.query()).then((found) => {
      if (shown) setReport(found);
    });
    return () => {
      shown = false;
    };
  }, []);
  return report;
}
