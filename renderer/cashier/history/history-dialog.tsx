import { useEffect, useId, useState } from "react";
import { dateOf } from "../../../shared/domain/period.ts";
import { historyWords } from "../../texts/history-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { consumeScans } from "../store/scan.ts";
import { openDialog } from "../store/screen-store.ts";
import { dateOfText, dateText } from "./date-text.ts";
import { SaleDetail } from "./sale-detail.tsx";
import { SaleList } from "./sale-list.tsx";
import { useHistoryList, useSaleDetail } from "./use-history.ts";
import "./history.css";

/** Every sale of this till: found, looked at, printed again, taken back. */
export function HistoryDialog() {
  const [text, setText] = useState("");
  const [written, setWritten] = useState("");
  const date = dateOfText(written);
  const [picked, setPicked] = useState<string | null>(null);
  const list = useHistoryList(text.trim(), date);
  const isListed = list.rows.some(({ saleId }) => saleId === picked);
  const shown = isListed ? picked : (list.rows[0]?.saleId ?? null);
  const [detail, setDetail] = useSaleDetail(shown);
  useEffect(
    () =>
      consumeScans((scanned) => {
        setText(scanned);
        return true;
      }),
    [],
  );
  const isAll = text.trim() === "" && date === null;
  return (
    <Dialog
      title={historyWords.title}
      widthPx={1_180}
      className="history"
      onClose={() => openDialog(null)}
    >
      <Filters text={text} written={written} onText={setText} onWritten={setWritten} />
      <div className="history-columns">
        <SaleList
          list={list}
          pickedId={shown}
          onPick={setPicked}
          emptyText={isAll ? historyWords.noneYet : historyWords.none}
        />
        {detail === null ? (
          <p className="soft">{shown === null ? "" : historyWords.pick}</p>
        ) : (
          <SaleDetail
            key={detail.saleId}
            sale={detail}
            onChange={(changed) => {
              setDetail(changed);
              list.reload();
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

type FiltersProps = {
  text: string;
  /** the date as it is being typed */
  written: string;
  onText: (text: string) => void;
  onWritten: (written: string) => void;
};

function Filters({ text, written, onText, onWritten }: FiltersProps) {
  const id = useId();
  const isBad = written !== "" && dateOfText(written) === null;
  return (
    <search className="history-filters">
      <div className="field">
        <label className="field-label" htmlFor={`${id}-text`}>
          {historyWords.search}
        </label>
        <input
          id={`${id}-text`}
          className="input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          data-autofocus=""
          data-typing-field=""
          placeholder={historyWords.searchHint}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-date`}>
          {historyWords.date}
        </label>
        <input
          id={`${id}-date`}
          className="input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={historyWords.dateHint}
          aria-invalid={isBad}
          value={written}
          onChange={(event) => onWritten(event.target.value)}
        />
      </div>
      <Button onClick={() => onWritten(written === "" ? dateText(dateOf(Date.now())) : "")}>
        {written === "" ? historyWords.today : historyWords.allDates}
      </Button>
    </search>
  );
}
