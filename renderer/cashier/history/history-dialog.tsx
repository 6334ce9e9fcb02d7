import { useEffect, useState } from "react";
import type { FormerTillView } from "../../../shared/contract/after-sale.ts";
import { dateOf } from "../../../shared/domain/period.ts";
import { historyWords } from "../../texts/history-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
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
  const shown = picked ?? list.rows[0]?.saleId ?? null;
  const [detail, setDetail] = useSaleDetail(shown);
  const search = (next: string): void => {
    setText(next);
    setPicked(null);
  };
  const write = (next: string): void => {
    setWritten(next);
    setPicked(null);
  };
  useEffect(
    () =>
      consumeScans((scanned) => {
        search(scanned);
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
      <div className="history-top">
        <Filters text={text} written={written} onText={search} onWritten={write} />
        <FormerTills former={list.former} />
      </div>
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
            onAct={() => setPicked(detail.saleId)}
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

/** Sales of a till before this one that are not all here, and what to do about it. */
function FormerTills({ former }: { former: readonly FormerTillView[] }) {
  return former.map(({ tillName, state, seq }) =>
    state === "HERE" ? null : (
      <p key={tillName} className="soft small" role="status">
        {state === "COMING"
          ? historyWords.formerComing(tillName)
          : historyWords.formerRefused(tillName, seq ?? 0)}
      </p>
    ),
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
  const isBad = written !== "" && dateOfText(written) === null;
  return (
    <search className="history-filters">
      <TextField
        label={historyWords.search}
        placeholder={historyWords.searchHint}
        isFirst
        text={text}
        onText={onText}
      />
      <TextField
        label={historyWords.date}
        placeholder={historyWords.dateHint}
        inputMode="numeric"
        error={isBad ? "" : null}
        text={written}
        onText={onWritten}
      />
      <Button onClick={() => onWritten(written === "" ? dateText(dateOf(Date.now())) : "")}>
        {written === "" ? historyWords.today : historyWords.allDates}
      </Button>
    </search>
  );
}
