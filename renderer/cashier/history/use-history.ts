import { useCallback, useEffect, useRef, useState } from "react";
import type {
  FormerTillView,
  HistoryRow,
  SaleDetailView,
} from "../../../shared/contract/after-sale.ts";
import { attempt } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";

const PAGE = 30;
/** A person still types. */
const PAUSE_MS = 120;

export type HistoryList = {
  readonly rows: readonly HistoryRow[];
  readonly more: boolean;
  readonly former: readonly FormerTillView[];
  /** nothing was answered yet */
  readonly isFirst: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
};

type Page = Pick<HistoryList, "rows" | "more" | "former" | "isFirst">;

/** The sales that a text and a date find, the newest first; a late answer of an older question is dropped. */
export function useHistoryList(text: string, date: string | null): HistoryList {
  const [page, setPage] = useState<Page>({
    rows: [],
    more: false,
    former: [],
    isFirst: true,
  });
  const asked = useRef(0);
  const load = useCallback(
    async (before: HistoryRow | null): Promise<void> => {
      asked.current += 1;
      const turn = asked.current;
      const input = { text, date, before: before?.saleId ?? null, limit: PAGE };
      const found = await attempt((core) => core.history.search.query(input));
      if (found === null || turn !== asked.current) return;
      setPage((known) => ({
        rows: before === null ? found.rows : [...known.rows, ...found.rows],
        more: found.more,
        former: found.former,
        isFirst: false,
      }));
    },
    [text, date],
  );
  useEffect(() => {
    const timer = window.setTimeout(() => void load(null), text === "" ? 0 : PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [load, text]);
  return {
    ...page,
    loadMore: () => void load(page.rows.at(-1) ?? null),
    reload: () => void load(null),
  };
}

/** One sale, read anew whenever the till prints or sells. */
export function useSaleDetail(
  saleId: string | null,
): [SaleDetailView | null, (detail: SaleDetailView) => void] {
  const [detail, setDetail] = useState<SaleDetailView | null>(null);
  const printed = useTillState(({ printer }) => JSON.stringify(printer));
  useEffect(() => {
    let wanted = saleId !== null;
    if (saleId !== null) {
      void attempt((core) => core.history.detail.query({ saleId })).then((found) => {
        if (wanted && found !== null) setDetail(found);
      });
    }
    return () => {
      wanted = false;
    };
  }, [saleId, printed]);
  return [detail?.saleId === saleId ? detail : null, setDetail];
}
