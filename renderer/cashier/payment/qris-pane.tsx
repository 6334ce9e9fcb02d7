import { IconAlertTriangle, IconClockOff, IconShieldCheck } from "@tabler/icons-react";
import type { QrisTenderView } from "../../../shared/contract/paying.ts";
import { QRIS_CEILING } from "../../../shared/domain/qris.ts";
import { errorWords } from "../../texts/error-words.ts";
import { money } from "../../texts/money-words.ts";
import { qrisWords, untilWords } from "../../texts/paying-words.ts";
import { Button } from "../../ui/button.tsx";
import { Keypad } from "../../ui/keypad.tsx";
import { withDigits, withoutLast } from "../../ui/money-text.ts";
import { QrCode } from "../../ui/qr-code.tsx";
import { HelpButton } from "../help/help-button.tsx";
import { useTillState } from "../store/till-store.ts";
import { AmountField } from "./amount-field.tsx";
import { setTender } from "./pay.ts";
import type { PaneProps } from "./pay-sheet.tsx";
import { amountShown, tenderOf } from "./payment.ts";
import { cancelCode, confirmCode, showCode } from "./qris.ts";
import { useFocusOnce } from "./use-focus-once.ts";

/** Takes money by QRIS: first how much, then the code on both screens until somebody says it is in. */
export function QrisPane(props: PaneProps) {
  const qris = useTillState((state) => state.qris);
  const code = qris.tenders.find(({ state }) => state !== "CONFIRMED");
  if (code !== undefined) return <Code key={code.qrisId} code={code} />;
  return qris.available ? <AskForCode {...props} /> : <NoQris />;
}

function NoQris() {
  return (
    <div className="notice notice-warn">
      <IconAlertTriangle aria-hidden="true" size={20} />
      <span>
        <strong>{qrisWords.unset}</strong>
        {qrisWords.unsetMore}
      </span>
      <HelpButton topic="qris" />
    </div>
  );
}

function AskForCode({ form, owed, sending }: PaneProps) {
  const { remaining } = owed;
  const text = amountShown(form, remaining);
  const tender = tenderOf(text, remaining);
  const amount = "amount" in tender && tender.amount <= remaining ? tender.amount : 0;
  const tooMuch = amount > QRIS_CEILING;
  return (
    <form
      className="pay-columns"
      onSubmit={(event) => {
        event.preventDefault();
        if (amount > 0 && !tooMuch) void showCode(amount);
      }}
    >
      <div className="pay-left">
        <AmountField text={text} remaining={remaining} locked={sending} focused />
        {tooMuch ? (
          <p className="notice notice-warn" role="alert">
            <IconAlertTriangle aria-hidden="true" size={20} />
            <span>
              <strong>{errorWords("QRIS_CEILING").what}</strong>
              {errorWords("QRIS_CEILING").todo}
            </span>
          </p>
        ) : null}
      </div>
      <div className="pay-right">
        <Keypad
          thousands
          disabled={sending}
          onDigits={(digits) => setTender(withDigits(text, digits, form.suggested))}
          onBackspace={() => setTender(form.suggested ? "" : withoutLast(text))}
        />
      </div>
      <div className="pay-foot">
        <Button look="next" large submit disabled={sending || amount === 0 || tooMuch}>
          {qrisWords.show}
        </Button>
      </div>
    </form>
  );
}

function Code({ code }: { code: QrisTenderView }) {
  // Nothing that has the focus confirms: a stray Enter must not say that money came.
  const body = useFocusOnce<HTMLDivElement>();
  return (
    <div ref={body} className="pay-qris" tabIndex={-1} data-autofocus="">
      {code.state === "EXPIRED" ? <Expired /> : <Shown code={code} />}
      <div className="pay-qris-side">
        <p className="pay-qris-merchant">{code.merchant}</p>
        <p className="soft">{code.city}</p>
        <p className="pay-qris-amount money">{money(code.amount)}</p>
        {code.state === "OPEN" ? (
          <>
            <p className="soft small">{untilWords(code.expiresAt)}</p>
            <p>{qrisWords.steps}</p>
          </>
        ) : null}
        {code.by === "provider" ? <Awaiting /> : <Fraud />}
        <Choices code={code} />
      </div>
    </div>
  );
}

function Shown({ code }: { code: QrisTenderView }) {
  return <QrCode className="qr-code" text={code.payload} label={qrisWords.code} />;
}

function Expired() {
  return (
    <div className="pay-qris-expired" role="status">
      <IconClockOff aria-hidden="true" size={56} stroke={1.5} />
      <p>
        <strong>{qrisWords.expired}</strong>
      </p>
      <p>{qrisWords.expiredMore}</p>
    </div>
  );
}

function Awaiting() {
  return (
    <p className="notice" role="status">
      <IconShieldCheck aria-hidden="true" size={20} />
      <span>{qrisWords.awaiting}</span>
    </p>
  );
}

function Fraud() {
  return (
    <p className="notice notice-warn">
      <IconAlertTriangle aria-hidden="true" size={20} />
      <span>
        <strong>{qrisWords.fraud}</strong>
        {qrisWords.fraudMore}
      </span>
    </p>
  );
}

function Choices({ code }: { code: QrisTenderView }) {
  const { qrisId, amount, by, state } = code;
  const expired = state === "EXPIRED";
  return (
    <div className="pay-qris-choices">
      {by === "provider" ? null : (
        <Button look={expired ? "plain" : "next"} large onClick={() => void confirmCode(qrisId)}>
          {expired ? qrisWords.late : qrisWords.confirm}
        </Button>
      )}
      {expired ? (
        <Button look="primary" onClick={() => void showCode(amount)}>
          {qrisWords.again}
        </Button>
      ) : null}
      <Button look="quiet" onClick={() => void cancelCode(qrisId)}>
        {qrisWords.cancel}
      </Button>
    </div>
  );
}
