import { useEffect, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { SaleDetailView } from "../../../shared/contract/after-sale.ts";
import {
  type Condition,
  RETURN_REASONS,
  type ReturnReason,
} from "../../../shared/domain/return.ts";
import { returnReasonWords, returnWords } from "../../texts/history-words.ts";
import { wayWords } from "../../texts/paying-words.ts";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { Choice, optionsOf } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { ApprovalDialog } from "../approval/approval-dialog.tsx";
import { HelpButton } from "../help/help-button.tsx";
import { attempt } from "../store/attempt.ts";
import { type Picked, ReturnLine } from "./return-line.tsx";

type ReturnDialogProps = {
  sale: SaleDetailView;
  onDone: (sale: SaleDetailView) => void;
  onClose: () => void;
};
type Way = SaleDetailView["tenders"][number]["kind"];
type PickedLines = Readonly<Record<number, Picked>>;
type Wish = { readonly no: number } & Picked;

/** What a reason says of the goods; a line may still differ. */
const usualState: Readonly<Record<ReturnReason, Condition>> = {
  DAMAGED: "RUSAK",
  EXPIRED: "KEDALUWARSA",
  WRONG_GOODS: "BAIK",
  CHANGED_MIND: "BAIK",
};

const WAYS = ["CASH", "TRANSFER", "QRIS", "CARD"] as const satisfies readonly Way[];

/** Takes pieces of a sale back: how many, in what state, why, and how the money goes back. */
export function ReturnDialog({ sale, onDone, onClose }: ReturnDialogProps) {
  // One id as long as it is open: an answer that was lost is asked for again, not done again.
  const [commandId] = useState(() => uuidv7());
  const [picked, setPicked] = useState<PickedLines>({});
  const [reason, setReason] = useState<ReturnReason>("DAMAGED");
  const [refundBy, setRefundBy] = useState<Way>(sale.tenders[0]?.kind ?? "CASH");
  const [asking, setAsking] = useState(false);
  const lines = wishesOf(picked);
  const quote = useQuote(sale.saleId, lines);
  const bringBack = async (approvalId: string): Promise<void> => {
    setAsking(false);
    const expectedTotal = quote?.total ?? 0;
    const asked = { commandId, saleId: sale.saleId, lines, reason, refundBy, approvalId };
    const changed = await attempt((core) =>
      core.history.return.mutate({ ...asked, expectedTotal }),
    );
    if (changed === null) return;
    const todo = returnWords.doneHint(money(expectedTotal));
    showToast({ tone: "info", what: returnWords.done, todo });
    onDone(changed);
  };
  return (
    <Dialog
      title={returnWords.title}
      widthPx={820}
      beside={<HelpButton topic="return" />}
      onClose={onClose}
    >
      <p>{returnWords.lead}</p>
      <ReturnLines sale={sale} picked={picked} usual={usualState[reason]} onPick={setPicked} />
      <div className="return-choices">
        <Choice
          label={returnWords.reason}
          options={optionsOf(RETURN_REASONS, returnReasonWords)}
          value={reason}
          onChoose={(next) => {
            setReason(next);
            setPicked(inState(picked, usualState[next]));
          }}
        />
        <Choice
          label={returnWords.refundBy}
          options={optionsOf(WAYS, wayWords)}
          value={refundBy}
          onChoose={setRefundBy}
        />
      </div>
      <ReturnSum quote={quote} onAsk={() => setAsking(true)} />
      {asking && quote !== null ? (
        <ApprovalDialog
          action="RETURN"
          subject={sale.saleId}
          amount={quote.total}
          onApproved={(approvalId) => void bringBack(approvalId)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Dialog>
  );
}

type ReturnLinesProps = {
  sale: SaleDetailView;
  picked: PickedLines;
  /** the state of a line nothing was said of */
  usual: Condition;
  onPick: (picked: PickedLines) => void;
};

function ReturnLines({ sale, picked, usual, onPick }: ReturnLinesProps) {
  return (
    <ul className="return-lines">
      {sale.lines.map((line) => (
        <ReturnLine
          key={line.no}
          line={line}
          picked={picked[line.no] ?? { qty: 0, condition: usual }}
          onPick={(next) => onPick({ ...picked, [line.no]: next })}
        />
      ))}
    </ul>
  );
}

type Quote = { readonly total: number; readonly counted: number };

function ReturnSum({ quote, onAsk }: { quote: Quote | null; onAsk: () => void }) {
  return (
    <div className="return-sum">
      <p aria-live="polite">
        {returnWords.total}: <strong className="money">{money(quote?.total ?? 0)}</strong>
        {quote === null || quote.counted === 0 ? null : (
          <span className="soft small return-month">
            {returnWords.monthLess(money(quote.counted))}
          </span>
        )}
      </p>
      <Button look="next" disabled={quote === null} onClick={onAsk}>
        {returnWords.ask}
      </Button>
    </div>
  );
}

function inState(picked: PickedLines, condition: Condition): PickedLines {
  const lines = Object.entries(picked).map(([no, line]) => [no, { ...line, condition }]);
  return Object.fromEntries(lines) as PickedLines;
}

function wishesOf(picked: PickedLines): Wish[] {
  return Object.entries(picked)
    .filter(([, { qty }]) => qty > 0)
    .map(([no, { qty, condition }]) => ({ no: Number(no), qty, condition }));
}

/** What these pieces pay back, as the core reckons it; null while there are none. */
function useQuote(saleId: string, lines: readonly Wish[]): Quote | null {
  const [known, setKnown] = useState<{ key: string; quote: Quote } | null>(null);
  const key = JSON.stringify(lines);
  useEffect(() => {
    let wanted = true;
    const asked = JSON.parse(key) as Wish[];
    if (asked.length > 0) {
      void attempt((core) => core.history.quote.query({ saleId, lines: asked })).then((quote) => {
        if (wanted && quote !== null) setKnown({ key, quote });
      });
    }
    return () => {
      wanted = false;
    };
  }, [saleId, key]);
  return known !== null && known.key === key ? known.quote : null;
}
