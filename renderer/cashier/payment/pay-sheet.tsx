import { IconAlertTriangle } from "@tabler/icons-react";
import { memo, useEffect } from "react";
import { errorWords } from "../../texts/error-words.ts";
import { payWords } from "../../texts/paying-words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useLate } from "../../ui/use-late.ts";
import { useTillState } from "../store/till-store.ts";
import { CashPane } from "./cash-pane.tsx";
import { closePayment, usePayment } from "./pay.ts";
import { PayTabs } from "./pay-tabs.tsx";
import { type Owed, owedOf, type PayForm } from "./payment.ts";
import { QrisPane } from "./qris-pane.tsx";
import { SettledPane } from "./settled-pane.tsx";
import { SlipPane } from "./slip-pane.tsx";
import { TakenParts } from "./taken-parts.tsx";
import "./pay.css";

/** A payment that is stored sooner than this is not shown as being stored. */
const SHOWN_AFTER_MS = 150;

/** What a way to pay is drawn from; `sending` is drawn only, the store takes nothing meanwhile. */
export type PaneProps = { form: PayForm; owed: Owed; sending: boolean };

/** Takes the money: an amount by key, by finger or by note, in one way or in several. */
export function PaySheet() {
  const payment = usePayment((state) => state.payment);
  const { parts, cartId } = usePayment((state) => state.taken);
  const cart = useTillState((state) => state.cart);
  const codes = useTillState((state) => state.qris.tenders);
  const sending = payment.kind === "sending";
  const isSlow = useLate(sending, SHOWN_AFTER_MS);
  const isOther = cart.cartId !== cartId && !sending;
  useEffect(() => {
    // What is asked for is one cart's: it goes when that cart does.
    if (isOther) closePayment();
  }, [isOther]);
  if ((payment.kind !== "open" && payment.kind !== "sending") || isOther) return null;
  const { form } = payment;
  const total = sending ? payment.command.expectedTotal : cart.total;
  const owed = sending ? payment.owed : owedOf(cart, parts, codes);
  return (
    <Dialog
      title={payWords.title}
      widthPx={860}
      className="pay"
      onClose={isSlow ? undefined : closePayment}
    >
      <PayTabs method={form.method} disabled={owed.settled} />
      <TakenParts total={total} owed={owed} disabled={isSlow} />
      <Refused />
      <Pane form={form} owed={owed} sending={isSlow} />
    </Dialog>
  );
}

/** Not drawn again by a state of the core that changes nothing of the payment: its answer is waited for. */
const Pane = memo(function Pane(props: PaneProps) {
  if (props.owed.settled) return <SettledPane {...props} />;
  switch (props.form.method) {
    case "CASH":
      return <CashPane {...props} />;
    case "QRIS":
      return <QrisPane {...props} />;
    case "TRANSFER":
    case "CARD":
      return <SlipPane key={props.form.method} {...props} />;
  }
});

function Refused() {
  const refusal = usePayment(({ payment }) => (payment.kind === "open" ? payment.refusal : null));
  if (refusal === null) return null;
  const { what, todo } = errorWords(refusal.code, refusal.details);
  return (
    <p className="notice notice-error" role="alert">
      <IconAlertTriangle aria-hidden="true" size={20} />
      <span>
        <strong>{what}</strong>
        {todo}
      </span>
    </p>
  );
}
