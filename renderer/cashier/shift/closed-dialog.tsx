import { IconCircleCheck } from "@tabler/icons-react";
import type { ShiftReport } from "../../../shared/contract/shift.ts";
import { shiftTexts } from "../../texts/shift-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { closeCash } from "./cash-store.ts";
import { ClosedFigures } from "./figures.tsx";

/** The shift's end, as it was printed. */
export function ClosedDialog({ report }: { report: ShiftReport }) {
  const words = shiftTexts.close;
  const { zNumber = 0, difference = 0 } = report.closing ?? {};
  return (
    <Dialog title={words.closedTitle(zNumber)} widthPx={860} onClose={closeCash}>
      <p className="notice notice-success">
        <IconCircleCheck aria-hidden="true" size={20} />
        <span>
          {difference === 0 ? <strong>{words.exact}</strong> : null}
          {words.printed}
        </span>
      </p>
      <ClosedFigures report={report} />
      <div className="dialog-actions">
        <Button look="primary" onClick={closeCash} data-autofocus="">
          {words.done}
        </Button>
      </div>
    </Dialog>
  );
}
