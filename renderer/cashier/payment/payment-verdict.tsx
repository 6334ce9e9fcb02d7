import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useTill } from "../store/till-store.ts";
import { closePayment, payAgain, settleLostPayment, usePayment } from "./pay.ts";
import { paidBy, type Payment } from "./payment.ts";
import { verdictWords } from "../../texts/paying-words.ts";

/** After the core went away in the middle of a payment: says exactly whether the sale is stored. */
export function PaymentVerdict() {
  const payment = usePayment((state) => state.payment);
  const canAsk = useTill(({ link, state }) => link === "READY" && state?.phase === "SELLING");
  switch (payment.kind) {
    case "lost":
      return canAsk ? <InDoubt /> : null;
    case "stored":
      return <Stored payment={payment} />;
    case "notStored":
      return <NotStored tendered={paidBy(payment.command)} />;
    default:
      return null;
  }
}

function InDoubt() {
  return (
    <Dialog title={verdictWords.checking} role="alertdialog" widthPx={480}>
      <p>
        {verdictWords.checkingMore} <strong>{verdictWords.notTwice}</strong>
      </p>
      <div className="dialog-actions">
        <Button onClick={() => void settleLostPayment()} data-autofocus="">
          {verdictWords.check}
        </Button>
      </div>
    </Dialog>
  );
}

function Stored({ payment }: { payment: Extract<Payment, { kind: "stored" }> }) {
  return (
    <Dialog title={verdictWords.stored} role="alertdialog" widthPx={480}>
      <p className="notice notice-success">
        <IconCircleCheck aria-hidden="true" size={20} />
        <span>
          <strong>{payment.number}</strong>
          {verdictWords.storedMore(money(payment.total), money(payment.change))}
        </span>
      </p>
      <div className="dialog-actions">
        <Button look="primary" onClick={closePayment} data-autofocus="">
          {verdictWords.understood}
        </Button>
      </div>
    </Dialog>
  );
}

function NotStored({ tendered }: { tendered: number }) {
  const selling = useTill(({ state }) => state?.phase === "SELLING");
  return (
    <Dialog title={verdictWords.notStored} role="alertdialog" widthPx={480}>
      <p className="notice notice-warn">
        <IconAlertTriangle aria-hidden="true" size={20} />
        <span>
          <strong>{verdictWords.nothing}</strong>
          {verdictWords.intact}{" "}
          {selling ? verdictWords.again(money(tendered)) : verdictWords.logInFirst(money(tendered))}
        </span>
      </p>
      <div className="dialog-actions">
        {/* A stray Enter must not decide: the focus is on the harmless way. */}
        <Button onClick={closePayment} data-autofocus="">
          {verdictWords.back}
        </Button>
        {selling ? (
          <Button look="primary" onClick={() => void payAgain()}>
            {verdictWords.repeat}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}
