import { useEffect, useId, useState } from "react";
import type { ProductView } from "../../../shared/contract/till-state.ts";
import { labelWords } from "../../texts/label-words.ts";
import { money } from "../../texts/money-words.ts";
import { attempt } from "../store/attempt.ts";
import { useScreen } from "../store/screen-store.ts";

/** As many as stand under the field without scrolling. */
const SHOWN = 5;

/** Finds the goods that need labels; what was being searched for is taken along. */
export function LabelGoods({ onPick }: { onPick: (product: ProductView) => void }) {
  const id = useId();
  const [query, setQuery] = useState(() => useScreen.getState().query);
  const found = useFound(query);
  return (
    <>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = found ?? [];
          if (first !== undefined) onPick(first);
        }}
      >
        <label className="field-label" htmlFor={id}>
          {labelWords.find}
        </label>
        <input
          id={id}
          className="input"
          autoComplete="off"
          spellCheck={false}
          data-autofocus=""
          autoFocus
          data-typing-field=""
          value={query}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setQuery(event.target.value)}
        />
        <p id={`${id}-hint`} className="field-hint">
          {labelWords.findHint}
        </p>
      </form>
      {found?.length === 0 ? (
        <p role="status">{labelWords.none}</p>
      ) : (
        <ul className="label-found" aria-label={labelWords.found}>
          {(found ?? []).map((product) => (
            <li key={product.productId}>
              <button type="button" className="label-product" onClick={() => onPick(product)}>
                <strong>{product.name}</strong>
                <span className="money">{money(product.unitPrice)}</span>
                <span className="soft small">
                  {product.makerName} · {product.sku}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** null until the first answer. */
function useFound(query: string): readonly ProductView[] | null {
  const [found, setFound] = useState<readonly ProductView[] | null>(null);
  useEffect(() => {
    let stale = false;
    const asked = { query, categoryId: null, limit: SHOWN, offset: 0 };
    void attempt((core) => core.product.search.query(asked)).then((answer) => {
      if (!stale && answer !== null) setFound(answer.products);
    });
    return () => {
      stale = true;
    };
  }, [query]);
  return found;
}
