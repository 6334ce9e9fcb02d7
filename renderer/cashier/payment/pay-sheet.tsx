import { IconAlertTriangle } from "@tabler/icons-react";
import { type FormEvent, type Ref, useRef } from "react";
import { quickAmounts, rupiah } from "../../../shared/domain/money.ts";
import { errorWords } from "../../texts/error-words.ts";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Keypad } from "../../ui/keypad.tsx";
import { MoneyInput } from "../../ui/money-input.tsx";
import { withDigits, withoutLast } from "../../ui/money-text.ts";
import { useTillState } from "../store/till-store.ts";
import { closePayment, pay, payAsPublic, setTender, usePayment } from "./pay.ts";
import { amountText, quickChoices, type Tender, tenderOf, tenderText } from "./payment.ts";
import "./pay.css";

/** Takes cash: an amount by key, by finger or by note, and the change in figures nobody misreads. */
export function PaySheet() {
  const payment = usePayment((state) => state.payment);
  const total = useTillState((state) => state.cart.total);
  const nobody = useTillState((state) => state.cart.buyer === null);
  const publicButton = useRef<HTMLButtonElement>(null);
  const sending = payment.kind !== "open";
  const text = tenderText(payment, total);
  const tender = tenderOf(text, total);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Enter must not decide who buys: without a buyer it only leads to the button that says so.
    if (nobody) publicButton.current?.focus();
    else void pay();
  };
  const replaces = payment.kind === "open" && payment.suggested;
  return (
    <Dialog
      title="Pembayaran tunai"
      widthPx={820}
      className="pay"
      onClose={sending ? undefined : closePayment}
    >
      <form className="pay-columns" onSubmit={submit} aria-busy={sending}>
        <div className="pay-left">
          <p className="pay-total">
            <span>Total</span>
            <span className="money">{money(total)}</span>
          </p>
          <MoneyInput
            label="Uang diterima"
            text={text}
            onText={setTender}
            locked={sending}
            error={tender.kind === "malformed" ? errorWords(tender.code).what : null}
            hint={tender.kind === "malformed" ? "" : "Ketik jumlahnya, lalu tekan Enter"}
          />
          <Change tender={tender} />
          <Refused />
        </div>
        <div className="pay-right">
          <QuickAmounts total={total} disabled={sending} />
          <Keypad
            thousands
            disabled={sending}
            onDigits={(digits) => setTender(withDigits(text, digits, replaces))}
            onBackspace={() => setTender(replaces ? "" : withoutLast(text))}
          />
        </div>
        <div className="pay-foot">
          {nobody ? (
            <NoBuyer disabled={sending || tender.kind !== "enough"} ref={publicButton} />
          ) : (
            <Button look="next" large submit disabled={sending || tender.kind !== "enough"}>
              {sending ? "Menyimpan" : payWords(tender)}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function Change({ tender }: { tender: Tender }) {
  const [label, amount] =
    tender.kind === "short"
      ? ["Masih kurang", money(tender.missing)]
      : ["Kembalian", tender.kind === "enough" ? money(tender.change) : "Rp0"];
  return (
    <div className={`change ${tender.kind === "short" ? "change-short" : ""}`}>
      <p>{label}</p>
      <output className="change-amount money" aria-label={label}>
        {amount}
      </output>
    </div>
  );
}

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

function QuickAmounts({ total, disabled }: { total: number; disabled: boolean }) {
  return (
    <fieldset className="quick" aria-label="Uang yang diterima">
      {quickChoices(total, quickAmounts(rupiah(total)))
        .slice(0, 6)
        .map((amount) => (
          <Button
            key={amount}
            className="money"
            disabled={disabled}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => setTender(amountText(amount))}
          >
            {amount === total ? "Uang pas" : money(amount)}
          </Button>
        ))}
    </fieldset>
  );
}

type NoBuyerProps = { disabled: boolean; ref: Ref<HTMLButtonElement> };

function NoBuyer({ disabled, ref }: NoBuyerProps) {
  return (
    <>
      <p className="notice notice-warn">
        <IconAlertTriangle aria-hidden="true" size={20} />
        <span>
          <strong>Belum ada kartu ASN.</strong>
          Pindai kartunya sekarang, atau catat sebagai pembeli umum. Ini tidak dapat diubah setelah
          dibayar.
        </span>
      </p>
      <button
        ref={ref}
        type="button"
        className="button button-next button-large"
        disabled={disabled}
        onClick={() => void payAsPublic()}
      >
        Bayar sebagai umum
      </button>
    </>
  );
}

function payWords(tender: Tender): string {
  return tender.kind === "enough" ? `Terima ${money(tender.amount)}` : "Terima pembayaran";
}
