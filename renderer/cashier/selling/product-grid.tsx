import { IconSearchOff } from "@tabler/icons-react";
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useStore } from "zustand";
import { cartWords } from "../../texts/cart-words.ts";
import { goodsWords } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { addProduct } from "../store/cart-actions.ts";
import { setQuery, useScreen } from "../store/screen-store.ts";
import { focusTypingField } from "../typing-field.ts";
import { qtyPrefix } from "./qty-prefix.ts";
import { columnsIn, movedIndex, rowHeight, rowsIn, scrollForRow } from "./grid-window.ts";
import { ProductCard, ProductGap } from "./product-card.tsx";
import { productAt, type ProductQuery } from "./product-list.ts";
import { productList, useProductSearch } from "./product-search.ts";
import { useGridFrame } from "./use-grid-frame.ts";
import { goodsTexts } from "../../texts/goods-words.ts";

const GRID_ID = "barang";

/** Puts the focus on the active product. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>(`#${GRID_ID} button[tabindex="0"]`)?.focus();
}

/** All goods of a category or a search, as pictures; only what is in view is drawn or fetched. */
export function ProductGrid() {
  useProductSearch();
  const total = useStore(productList.store, (list) => list.total);
  const shown = useStore(productList.store, (list) => list.shown);
  const similar = useStore(productList.store, (list) => list.similar);
  return (
    <main className="goods" aria-label={goodsTexts.title}>
      <h1 className="unseen">{goodsTexts.screen}</h1>
      <p className="unseen" role="status">
        {shown === null ? "" : goodsWords(total)}
      </p>
      {shown !== null && total === 0 ? (
        <NothingFound query={shown.query} />
      ) : (
        <>
          {similar ? <p className="goods-similar">{cartWords.similar}</p> : null}
          <Grid />
        </>
      )}
    </main>
  );
}

function Grid() {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useStore(productList.store);
  const frame = useGridFrame(scroller, listKey(list.shown));
  const [active, setActive] = useActive(list.shown);
  const focusWanted = useRef(false);
  const columns = columnsIn(frame);
  const rowPx = rowHeight(frame);
  const { first, end, rows } = rowsIn(frame, list.total);
  useEffect(() => productList.need(first * columns, end * columns), [first, end, columns, list]);
  useLayoutEffect(() => {
    if (focusWanted.current) focusGrid();
    focusWanted.current = false;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(frame.heightPx / rowPx));
    const moved = movedIndex(event.key, { index: active, total: list.total, columns, page });
    if (moved === null) return;
    event.preventDefault();
    if (event.key === "ArrowUp" && active < columns) return focusTypingField();
    focusWanted.current = true;
    setActive(moved);
    scroller.current?.scrollTo({ top: scrollForRow(frame, Math.floor(moved / columns)) });
  };
  const add = useCallback(
    (index: number, productId: string) => {
      setActive(index);
      const { qty, rest } = qtyPrefix(useScreen.getState().query);
      void addProduct(productId, qty ?? 1);
      if (qty !== null) setQuery(rest);
    },
    [setActive],
  );
  return (
    <div ref={scroller} className="goods-scroll" tabIndex={-1}>
      <div
        id={GRID_ID}
        className="goods-grid"
        role="grid"
        aria-label={goodsTexts.list}
        aria-rowcount={rows}
        aria-colcount={columns}
        style={{ height: rows * rowPx }}
        onKeyDown={onKeyDown}
      >
        {range(first, end).map((row) => (
          <GridRow
            key={row}
            row={row}
            topPx={row * rowPx}
            columns={columns}
            active={active}
            onAdd={add}
          />
        ))}
      </div>
    </div>
  );
}

type GridRowProps = {
  row: number;
  topPx: number;
  columns: number;
  active: number;
  onAdd: (index: number, productId: string) => void;
};

function GridRow({ row, topPx, columns, active, onAdd }: GridRowProps) {
  const list = useStore(productList.store);
  return (
    <div
      className="goods-row"
      role="row"
      aria-rowindex={row + 1}
      style={{ top: topPx, gridTemplateColumns: `repeat(${columns}, 1fr)` }}
    >
      {range(row * columns, Math.min((row + 1) * columns, list.total)).map((index) => {
        const product = productAt(list, index);
        return product === undefined ? (
          <ProductGap key={index} />
        ) : (
          <ProductCard
            key={index}
            product={product}
            index={index}
            active={index === active}
            onAdd={onAdd}
          />
        );
      })}
    </div>
  );
}

function NothingFound({ query }: { query: string }) {
  const clear = (): void => {
    setQuery("");
    useScreen.setState({ categoryId: null });
    focusTypingField();
  };
  return (
    <div className="goods-empty">
      <IconSearchOff aria-hidden="true" size={44} stroke={1.5} />
      <p>{query === "" ? goodsTexts.none : goodsTexts.noneNamed(query)}</p>
      <p className="soft small">{query === "" ? goodsTexts.noneMore : goodsTexts.noneNamedMore}</p>
      <Button onClick={clear}>{goodsTexts.showAll}</Button>
    </div>
  );
}

/** The product that keys act on: the first one of a list that was just asked for. */
function useActive(shown: ProductQuery | null): [number, (index: number) => void] {
  const [place, setPlace] = useState({ list: "", index: 0 });
  const set = useCallback((index: number) => {
    setPlace({ list: listKey(productList.store.getState().shown), index });
  }, []);
  return [place.list === listKey(shown) ? place.index : 0, set];
}

function listKey(shown: ProductQuery | null): string {
  return shown === null ? "" : `${shown.categoryId ?? ""}/${shown.query}`;
}

function range(from: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, offset) => from + offset);
}
