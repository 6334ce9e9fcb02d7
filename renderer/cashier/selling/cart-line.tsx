import { IconMinus, IconPlus, IconTrash } from "@tabler/icons-react";
import { memo } from "react";
import type { CartLineView } from "../../../shared/contract/till-state.ts";
import { cartWords, discountWords, lineWords } from "../../texts/cart-words.ts";
import { money } from "../../texts/money-words.ts";
import { changedPriceWords } from "../../texts/price-words.ts";
import { removeLine, stepQty } from "../store/cart-actions.ts";
import { useScreen } from "../store/screen-store.ts";
import { QtyField } from "./qty-field.tsx";

type CartLineProps = {
  line: CartLineView;
  tellNotCounted: boolean;
  touchedTurn: number;
  selected: boolean;
};

/** One line of the cart; its keys are heard by `useLineKeys`. */
export const CartLine = memo(function CartLine(props: CartLineProps) {
  const { line, tellNotCounted, touchedTurn, selected } = props;
  const { lineNo, name, makerName, qty, unitPrice, net } = line;
  const last = qty === 1;
  return (
    <li
      className={`line ${selected ? "line-selected" : ""}`}
      tabIndex={selected ? 0 : -1}
      data-line={lineNo}
      aria-label={lineWords.name(name, qty, money(net))}
      onPointerDown={() => useScreen.setState({ selected: lineNo })}
    >
      {/* Another key restarts the flash when the same line is touched again. */}
      {touchedTurn === 0 ? null : <span key={touchedTurn} className="line-flash" />}
      <p className="line-name" title={name}>
        {name}
      </p>
      <p className="line-net money">{money(net)}</p>
      <div className="line-details small">
        <p className="soft line-detail" title={makerName}>
          {money(unitPrice)} · {makerName}
        </p>
        <LineNotes line={line} tellNotCounted={tellNotCounted} />
      </div>
      <div className="stepper">
        <button
          type="button"
          className="stepper-button"
          aria-label={last ? lineWords.remove(name) : lineWords.less(name)}
          onClick={() => void (last ? removeLine(lineNo) : stepQty(lineNo, -1))}
        >
          {last ? (
            <IconTrash aria-hidden="true" size={20} />
          ) : (
            <IconMinus aria-hidden="true" size={20} />
          )}
        </button>
        <QtyField lineNo={lineNo} name={name} qty={qty} />
        <button
          type="button"
          className="stepper-button"
          aria-label={lineWords.more(name)}
          onClick={() => void stepQty(lineNo, 1)}
        >
          <IconPlus aria-hidden="true" size={20} />
        </button>
      </div>
    </li>
  );
});

function LineNotes({ line, tellNotCounted }: { line: CartLineView; tellNotCounted: boolean }) {
  return (
    <>
      {line.listPrice === null ? null : (
        <p className="line-note">{changedPriceWords(line.listPrice)}</p>
      )}
      {line.lineDiscount === 0 ? null : (
        <p className="line-discount">{discountWords(line.lineDiscount, line.discountBp)}</p>
      )}
      {line.needsApproval ? (
        <p className="line-note line-warn">{cartWords.waitsForApproval}</p>
      ) : null}
      {tellNotCounted && !line.mayCount ? (
        <p className="line-note">{lineWords.notCounted}</p>
      ) : null}
      {line.stockAfter < 0 ? (
        <p className="line-note line-warn">{lineWords.beyondStock(-line.stockAfter)}</p>
      ) : null}
    </>
  );
}
