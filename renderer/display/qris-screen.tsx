import type { DisplayState } from "../../shared/contract/till-state.ts";
import { money } from "../texts/money-words.ts";
import { displayQrisWords, untilWords } from "../texts/paying-words.ts";
import { QrCode } from "../ui/qr-code.tsx";
import "./cart-screen.css";
import "./qris-screen.css";

type Qris = Extract<DisplayState, { screen: "QRIS" }>;

/** The code to pay: large, with the name that must stand in the buyer's app. */
export function QrisScreen({ qris }: { qris: Qris }) {
  const { merchant, city, amount, total, payload, expiresAt } = qris;
  return (
    <main className="qris">
      <QrCode className="qr-code" text={payload} label={displayQrisWords.code} />
      <div className="qris-words">
        <h1 className="qris-title">{displayQrisWords.title}</h1>
        <div>
          <p className="soft qris-small">{displayQrisWords.payTo}</p>
          <p className="qris-merchant">{merchant}</p>
          <p className="soft qris-small">{city}</p>
        </div>
        <p className="qris-small">{displayQrisWords.check}</p>
        <div className="qris-sum">
          <p>{displayQrisWords.amount}</p>
          <output className="sale-amount money" aria-label={displayQrisWords.amount}>
            {money(amount)}
          </output>
          {amount === total ? null : (
            <p className="soft qris-small">
              {displayQrisWords.total} <span className="money">{money(total)}</span>
            </p>
          )}
          <p className="soft qris-small">{untilWords(expiresAt)}</p>
        </div>
      </div>
    </main>
  );
}
