import { quickAmounts, rupiah } from "../../../shared/domain/money.ts";
import { cartWords } from "../../texts/cart-words.ts";
import { errorWords } from "../../texts/error-words.ts";
import { money } from "../../texts/money-words.ts";
import { payWords, takePartWords, takeWords } from "../../texts/paying-words.ts";
import { Button } from "../../ui/button.tsx";
import { Keypad } from "../../ui/keypad.tsx";
import { MoneyInput } from "../../ui/money-input.tsx";
import { withDigits, withoutLast } from "../../ui/money-text.ts";
import { pay, payCash, setTender, takePart } from "./pay.ts";
import { type Foot, NoBuyer, PayFoot, usePayFoot } from "./pay-foot.tsx";
import type { PaneProps } from "./pay-sheet.tsx";
import { amountShown, quickChoices, type Tender, tenderOf } from "./payment.ts";

/** Takes cash: an amount by key, by finger or by note, and the change in figures nobody misreads. */
export function CashPane({ form, owed, sending }: PaneProps) {
  const { cashRemaining: remaining, rounding } = owed;
  const text = amountShown(form, remaining);
  const tender = tenderOf(text, remaining);
  const foot = usePayFoot(pay);
  const wrong = tender.kind === "malformed" ? errorWords(tender.code).what : null;
  return (
    <form className="pay-columns" onSubmit={foot.submit} aria-busy={sending}>
      <div className="pay-left">
        <MoneyInput
          label={payWords.received}
          text={text}
          onText={setTender}
          locked={sending}
          error={wrong}
          hint={wrong === null ? hintOf(rounding) : ""}
        />
        <Change tender={tender} />
        <TakeSome tender={tender} disabled={sending} />
        <NoBuyer foot={foot} />
      </div>
      <div className="pay-right">
        {/* What does nothing while the payment is sent need not be drawn so: its answer waits for that. */}
        <QuickAmounts foot={foot} total={remaining} />
        <Keypad
          thousands
          onDigits={(digits) => setTender(withDigits(text, digits, form.suggested))}
          onBackspace={() => setTender(form.suggested ? "" : withoutLast(text))}
        />
      </div>
      <PayFoot
        foot={foot}
        disabled={sending || tender.kind !== "enough"}
        label={sending ? payWords.saving : cashWords(tender)}
      />
    </form>
  );
}

function hintOf(rounding: number): string {
  return rounding === 0 ? payWords.receivedHint : `${cartWords.rounding} ${money(-rounding)}`;
}

/** Less than what remains is taken on purpose only: Enter alone must not split a sale. */
function TakeSome({ tender, disabled }: { tender: Tender; disabled: boolean }) {
  if (tender.kind !== "short" || tender.amount === 0) return null;
  const { amount } = tender;
  return (
    <Button disabled={disabled} onClick={() => takePart({ kind: "CASH", amount, reference: null })}>
      {takePartWords("CASH", amount)}
    </Button>
  );
}

function Change({ tender }: { tender: Tender }) {
  const [label, amount] =
    tender.kind === "short"
      ? [payWords.short, money(tender.missing)]
      : [payWords.change, tender.kind === "enough" ? money(tender.change) : "Rp0"];
  return (
    <div className={`change ${tender.kind === "short" ? "change-short" : ""}`}>
      <p>{label}</p>
      <output className="change-amount money" aria-label={label}>
        {amount}
      </output>
    </div>
  );
}

type QuickProps = { foot: Foot; total: number };

/** The money in the buyer's hand: one touch takes it and stores the sale. */
function QuickAmounts({ foot, total }: QuickProps) {
  return (
    <fieldset className="quick">
      <legend className="field-label">
        {foot.nobody ? payWords.touchAsPublic : payWords.touchToPay}
      </legend>
      {quickChoices(total, quickAmounts(rupiah(total)))
        .slice(0, 6)
        .map((amount) => (
          <Button
            key={amount}
            className="money"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => foot.end(() => payCash(amount))}
          >
            {amount === total ? payWords.exact : money(amount)}
          </Button>
        ))}
    </fieldset>
  );
}

function cashWords(tender: Tender): string {
  return tender.kind === "enough" ? takeWords(tender.amount) : payWords.takeCash;
}
