import { MAX_REFERENCE, checkReference } from "../../../shared/domain/tender.ts";
import { errorWords } from "../../texts/error-words.ts";
import { payWords, takePartWords, takeWords } from "../../texts/paying-words.ts";
import { Keypad } from "../../ui/keypad.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { withDigits, withoutLast } from "../../ui/money-text.ts";
import { AmountField } from "./amount-field.tsx";
import { owedNow, payWith, setReference, setTender, takePart } from "./pay.ts";
import { NoBuyer, PayFoot, usePayFoot } from "./pay-foot.tsx";
import type { PaneProps } from "./pay-sheet.tsx";
import { amountShown, type Part, tenderOf } from "./payment.ts";

/** Takes a transfer or a card by the number on its slip: a part of what remains, or all of it. */
export function SlipPane({ form, owed, sending }: PaneProps) {
  const { remaining } = owed;
  const text = amountShown(form, remaining);
  const part = partOf(form, remaining);
  const whole = part?.amount === remaining;
  const goOn = async (): Promise<void> => {
    const now = owedNow();
    if (part !== null && now !== null) await payWith(now, part);
  };
  const foot = usePayFoot(goOn);
  const label = part === null ? payWords.takeCash : takeWords(part.amount);
  return (
    <form
      className="pay-columns"
      aria-busy={sending}
      onSubmit={(event) => {
        event.preventDefault();
        if (part === null) return;
        if (whole) foot.submit(event);
        else takePart(part);
      }}
    >
      <div className="pay-left">
        <ReferenceField method={form.method} reference={form.reference} locked={sending} />
        <AmountField text={text} remaining={remaining} locked={sending} />
        <NoBuyer foot={foot} />
      </div>
      <div className="pay-right">
        <Keypad
          thousands
          disabled={sending}
          onDigits={(digits) => setTender(withDigits(text, digits, form.suggested))}
          onBackspace={() => setTender(form.suggested ? "" : withoutLast(text))}
        />
      </div>
      {part === null || whole ? (
        <PayFoot
          foot={foot}
          disabled={sending || part === null}
          label={sending ? payWords.saving : label}
        />
      ) : (
        <div className="pay-foot">
          <button type="submit" className="button button-primary button-large">
            {takePartWords(part.kind, part.amount)}
          </button>
        </div>
      )}
    </form>
  );
}

type ReferenceProps = { method: PaneProps["form"]["method"]; reference: string; locked: boolean };

function ReferenceField({ method, reference, locked }: ReferenceProps) {
  const transfer = method === "TRANSFER";
  const wrong = reference !== "" && !checkReference(method, reference).ok;
  return (
    <TextField
      label={transfer ? payWords.transferReference : payWords.cardReference}
      hint={transfer ? payWords.transferHint : payWords.cardHint}
      error={wrong ? errorWords("REFERENCE_MALFORMED").todo : null}
      maxLength={MAX_REFERENCE}
      // The number is the first thing the cashier has in hand.
      isFirst
      text={reference}
      locked={locked}
      onText={setReference}
    />
  );
}

/** The part as the fields say it; null while it cannot be taken. */
function partOf(form: PaneProps["form"], remaining: number): Part | null {
  const { method } = form;
  if (method !== "TRANSFER" && method !== "CARD") return null;
  const tender = tenderOf(amountShown(form, remaining), remaining);
  const reference = checkReference(method, form.reference);
  const fits = tender.kind === "short" ? tender.amount > 0 : tender.kind === "enough";
  if (!fits || !("amount" in tender) || tender.amount > remaining || !reference.ok) return null;
  return { kind: method, amount: tender.amount, reference: reference.value };
}
