import type { DisplayState } from "../../shared/contract/till-state.ts";
import { money } from "../texts/money-words.ts";
import { Greeting } from "./greeting.tsx";
import { PrivacyNotice } from "./idle-screen.tsx";
import "./thanks-screen.css";
import { thanksWords } from "../texts/display-words.ts";

type Thanks = Extract<DisplayState, { screen: "THANKS" }>;

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
      {thanks.buyer === null ? null : <Greeting buyer={thanks.buyer} />}
      <PrivacyNotice />
    </main>
  );
}
