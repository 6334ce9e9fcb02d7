import type { MonthStatus } from "../../shared/contract/till-state.ts";
import { monthShare, monthWords, ofWords } from "../texts/buyer-words.ts";
import { money } from "../texts/money-words.ts";
import { ProgressRing } from "../ui/progress-ring.tsx";
import "./greeting.css";
import { greetingWords } from "../texts/display-words.ts";
import { periodWords } from "../texts/date-words.ts";

export type DisplayBuyer = {
  readonly maskedName: string | null;
  readonly nipLast4: string | null;
  readonly month: MonthStatus | null;
  readonly afterCart?: MonthStatus | null;
};

/** Greets by the masked name only, and shows how far the month is. */
export function Greeting({ buyer }: { buyer: DisplayBuyer }) {
  const standing = buyer.afterCart ?? buyer.month;
  return (
    <div className="greeting">
      <p className="greeting-hello">
        {buyer.maskedName === null ? greetingWords.welcome : greetingWords.hello(buyer.maskedName)}
      </p>
      {buyer.nipLast4 === null ? null : (
        <p className="soft greeting-line">{greetingWords.nipEnd(buyer.nipLast4)}</p>
      )}
      {standing?.obligation === undefined || standing.obligation === null ? (
        <p className="greeting-line">
          {standing === null ? greetingWords.thanks : monthWords(standing)}
        </p>
      ) : (
        <MonthRing standing={standing} />
      )}
    </div>
  );
}

function MonthRing({ standing }: { standing: MonthStatus }) {
  const met = standing.state === "MET";
  return (
    <div className="greeting-month">
      <ProgressRing share={monthShare(standing)} met={met}>
        <span className="ring-percent">{Math.floor(monthShare(standing) * 100)}%</span>
      </ProgressRing>
      <div>
        <p className="soft">{periodWords(standing.period)}</p>
        <p className={`greeting-standing ${met ? "greeting-met" : "greeting-short"}`}>
          {monthWords(standing)}
        </p>
        <p className="soft money">
          {money(standing.counted)} {ofWords(standing.obligation ?? 0)}
        </p>
      </div>
    </div>
  );
}
