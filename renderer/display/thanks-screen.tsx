import type { DisplayState } from "../../shared/contract/till-state.ts";
import { money } from "../texts/money-words.ts";
import { QrCode } from "../ui/qr-code.tsx";
import { Greeting } from "./greeting.tsx";
import { PrivacyNotice } from "./idle-screen.tsx";
import "./receipt-screen.css";
import "./thanks-screen.css";
import { thanksWords } from "../texts/display-words.ts";

type Thanks = Extract<DisplayState, { screen: "THANKS" }>;

/** Who it counted for; where no paper comes out, the receipt to take along as a QR. */
function ThanksSide({ thanks: { buyer, qrUrl } }: { thanks: Thanks }) {
  if (qrUrl === null) return buyer === null ? null : <Greeting buyer={buyer} />;
  return (
    <div className="thanks-receipt">
      <QrCode text={qrUrl} label={thanksWords.receiptQr} className="receipt-qr" />
      <p>{thanksWords.noPaper}</p>
    </div>
  );
}

/** After the payment: the change in large figures, thanks, and where the month stands now. */
export function ThanksScreen({ thanks }: { thanks: Thanks }) {
  return (
    <main className="thanks">
      <div className="thanks-motif" aria-hidden="true" />
      <div className="thanks-words">
        <h1 className="thanks-title">{thanksWords.title}</h1>
        <p className="thanks-story">{thanksWords.story}</p>
        <dl className="thanks-sums">
          <div>
            <dt>{thanksWords.total}</dt>
            <dd className="money">{money(thanks.total)}</dd>
          </div>
          <div>
            <dt>{thanksWords.received}</dt>
            <dd className="money">{money(thanks.tendered)}</dd>
          </div>
          <div className="thanks-change">
            <dt>{thanksWords.change}</dt>
            <dd className="money">{money(thanks.change)}</dd>
          </div>
        </dl>
      </div>
      <ThanksSide thanks={thanks} />
      <PrivacyNotice />
    </main>
  );
}
