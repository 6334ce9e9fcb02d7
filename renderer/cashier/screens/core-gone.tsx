import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import { retryCore } from "../../core-client.ts";
import { errorText } from "../../texts/errors.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { usePayment } from "../payment/pay.ts";
import { inDoubtWords } from "../../texts/gate-words.ts";

/** Over everything while the core is gone: what happened, and that nothing stored is lost. */
export function CoreGone() {
  const inDoubt = usePayment(({ payment }) => ["sending", "lost"].includes(payment.kind));
  const { what, todo } = errorText.CORE_GONE;
  return (
    <Dialog title={what} role="alertdialog" widthPx={480}>
      <p>{todo}</p>
      {inDoubt ? (
        <p className="notice notice-warn">
          <IconAlertTriangle aria-hidden="true" size={20} />
          <span>
            <strong>{inDoubtWords.justNow}</strong>
            {inDoubtWords.justNowMore}
          </span>
        </p>
      ) : null}
      <div className="dialog-actions">
        <Button
          icon={<IconRefresh aria-hidden="true" size={20} />}
          onClick={() => retryCore(window)}
          data-autofocus=""
        >
          {inDoubtWords.tryNow}
        </Button>
      </div>
    </Dialog>
  );
}
