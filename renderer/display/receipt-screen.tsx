import type { DisplayState } from "../../shared/contract/till-state.ts";
import { receiptQrWords } from "../texts/display-words.ts";
import { money } from "../texts/money-words.ts";
import { QrCode } from "../ui/qr-code.tsx";
import { PrivacyNotice } from "./idle-screen.tsx";
import "./receipt-screen.css";

type Receipt = Extract<DisplayState, { screen: "RECEIPT" }>;

/** The receipt as a QR: for when the printer is out, or for who wants no paper. */
export function ReceiptScreen({ receipt }: { receipt: Receipt }) {
  const { number, total, qrUrl } = receipt;
  return (
    <main className="receipt-screen">
      <div className="receipt-words">
        <h1 className="thanks-title">{receiptQrWords.title}</h1>
        <p className="thanks-story">{receiptQrWords.ask}</p>
        <p className="receipt-number">{number}</p>
        <p className="receipt-total money">{money(total)}</p>
      </div>
      <QrCode text={qrUrl} label={receiptQrWords.label(number)} className="receipt-qr" />
      <PrivacyNotice />
    </main>
  );
}
