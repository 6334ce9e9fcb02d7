import type { KeyboardEvent } from "react";
import type { HistoryRow } from "../../../shared/contract/after-sale.ts";
import { buyerWords, historyWords, saleStateWords } from "../../texts/history-words.ts";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import type { HistoryList } from "./use-history.ts";
import { dateTimeWords } from "../../texts/date-words.ts";

type SaleListProps = {
  list: HistoryList;
  pickedId: string | null;
  onPick: (saleId: string) => void;
  emptyText: string;
};

/** Sales, the newest first; the arrows go from one to the next. */
export function SaleList({ list, pickedId, onPick, emptyText }: SaleListProps) {
  if (list.rows.length === 0) {
    return <p className="soft history-empty">{list.isFirst ? "" : emptyText}</p>;
  }
  return (
    <div className="history-list">
      <ul aria-label={historyWords.list} onKeyDown={moveByArrow}>
        {list.rows.map((row) => (
          <Row
            key={row.saleId}
            row={row}
            isPicked={row.saleId === pickedId}
            onPick={() => onPick(row.saleId)}
          />
        ))}
      </ul>
      {list.more ? <Button onClick={list.loadMore}>{historyWords.more}</Button> : null}
    </div>
  );
}

type RowProps = { row: HistoryRow; isPicked: boolean; onPick: () => void };

function Row({ row, isPicked, onPick }: RowProps) {
  const state = saleStateWords(row.state);
  return (
    <li>
      <button
        type="button"
        className="history-row"
        aria-current={isPicked ? "true" : undefined}
        onClick={onPick}
        onFocus={onPick}
      >
        <span className="history-row-number">{row.number}</span>
        <span className={`money ${row.state === "VOIDED" ? "history-gone" : ""}`}>
          {money(row.total)}
        </span>
        <span className="soft small">{buyerWords(row)}</span>
        <span className="soft small">{dateTimeWords(row.at)}</span>
        {state === null ? null : <span className="history-state small">{state}</span>}
        {row.formerTill === null ? null : (
          <span className="history-former small">{historyWords.former(row.formerTill)}</span>
        )}
      </button>
    </li>
  );
}

function moveByArrow(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>(".history-row")];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[at + step]?.focus();
}
