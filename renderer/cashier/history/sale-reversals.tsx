import { uuidv7 } from "uuidv7";
import type { ReversalView } from "../../../shared/contract/after-sale.ts";
import { conditionWords, detailWords, reversalWords } from "../../texts/history-words.ts";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { attempt } from "../store/attempt.ts";
import { dateTimeWords } from "../../texts/date-words.ts";

/** What was taken back of a sale, by whom, and its slip once more. */
export function SaleReversals({ reversals }: { reversals: readonly ReversalView[] }) {
  if (reversals.length === 0) return null;
  return (
    <section className="history-reversals" aria-label={detailWords.takenBack}>
      {reversals.map((reversal) => (
        <Reversal key={reversal.reversalId} reversal={reversal} />
      ))}
    </section>
  );
}

function Reversal({ reversal }: { reversal: ReversalView }) {
  const { reversalId, alone, approverName, cashierName } = reversal;
  const by = alone ? detailWords.alone : detailWords.approvedBy(approverName ?? "");
  const reprint = (): void => {
    const input = { commandId: uuidv7(), reversalId };
    void attempt((core) => core.history.reprint.mutate(input));
  };
  return (
    <div className="history-reversal">
      <div>
        <p>
          <strong>{reversalWords(reversal)}</strong>
        </p>
        {reversal.lines.map((line, index) => (
          <p key={`${index}-${line.name}`} className="small">
            {line.qty} × {line.name}, {conditionWords[line.condition].toLowerCase()}
          </p>
        ))}
        <p className="soft small">
          {dateTimeWords(reversal.at)} WIB · {cashierName}, {by}
        </p>
      </div>
      <p className="money">
        <strong>{money(-reversal.total)}</strong>
      </p>
      <Button onClick={reprint}>{detailWords.slip}</Button>
    </div>
  );
}
