import type { MonthStatus } from "../../shared/contract/till-state.ts";
import { periodLabel } from "../../shared/domain/period.ts";
import { monthShare, monthWords } from "../texts/buyer-words.ts";
import { money } from "../texts/money-words.ts";
import { ProgressRing } from "../ui/progress-ring.tsx";
import "./greeting.css";

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
        {buyer.maskedName === null ? "Selamat datang" : `Halo, ${buyer.maskedName}`}
      </p>
      {buyer.nipLast4 === null ? null : (
        <p className="soft greeting-line">NIP berakhir {buyer.nipLast4}</p>
      )}
      {standing?.obligation === undefined || standing.obligation === null ? (
        <p className="greeting-line">
          {standing === null ? "Terima kasih sudah berbelanja." : monthWords(standing)}
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
        <p className="soft">{periodLabel(standing.period)}</p>
        <p className={`greeting-standing ${met ? "greeting-met" : "greeting-short"}`}>
          {monthWords(standing)}
        </p>
        <p className="soft money">
          {money(standing.counted)} dari {money(standing.obligation ?? 0)}
        </p>
      </div>
    </div>
  );
}
