import { IconScan, IconX } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { shortcuts } from "../../texts/shortcuts.ts";
import { attempt } from "../store/attempt.ts";
import { addProduct, tryTyped } from "../store/cart-actions.ts";
import { setQuery, useScreen } from "../store/screen-store.ts";
import { focusGrid } from "./product-grid.tsx";
import { qtyPrefix } from "./qty-prefix.ts";
import { goodsTexts } from "../../texts/goods-words.ts";

/** Finds goods while one types, from anywhere; Enter takes the first. Scans never land here. */
export function SearchField() {
  const query = useScreen((screen) => screen.query);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      focusGrid();
    }
    if (event.key === "Escape") setQuery("");
    if (event.key === "Enter" && !event.repeat) void takeFirst(query.trim());
  };
  return (
    <search className="search">
      <IconScan aria-hidden="true" size={22} className="search-icon" />
      <input
        className="input search-input"
        type="text"
        role="searchbox"
        aria-label={goodsTexts.search}
        aria-keyshortcuts={shortcuts.search.key}
        placeholder={goodsTexts.searchHint}
        autoComplete="off"
        spellCheck={false}
        data-typing-field=""
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query === "" ? (
        <kbd className="key search-key" aria-hidden="true">
          {shortcuts.search.key}
        </kbd>
      ) : (
        <button
          type="button"
          className="button button-quiet button-icon search-clear"
          aria-label={goodsTexts.clearSearch}
          onClick={() => setQuery("")}
        >
          <IconX aria-hidden="true" size={20} />
        </button>
      )}
    </search>
  );
}

async function takeFirst(query: string): Promise<void> {
  const { qty, rest } = qtyPrefix(query);
  if (rest === "") return;
  const categoryId = useScreen.getState().categoryId;
  const found = await attempt((core) =>
    core.product.search.query({ query: rest, categoryId, limit: 1, offset: 0 }),
  );
  if (found === null) return;
  setQuery("");
  const first = found.products[0];
  await (first === undefined ? tryTyped(rest, qty) : addProduct(first.productId, qty ?? 1));
}
