import { IconArrowBackUp, IconBasket, IconTrash } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { goodsWords, money } from "../../texts/money-words.ts";
import { shortcuts } from "../../texts/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { useScreen } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { cartWords, percentText } from "../../texts/cart-words.ts";
import { BuyerPanel } from "./buyer-panel.tsx";
import { CartLine } from "./cart-line.tsx";
import { CartTools } from "./cart-tools.tsx";
import { awaitsComparison } from "./comparison.ts";
import { PaidStrip } from "./paid-strip.tsx";
import { selectedOf } from "./selected-line.ts";
import { runShortcut } from "./use-shortcuts.ts";

/** The open sale: who buys, what, and what it comes to. */
export function CartPanel() {
  return (
    <aside className="cart" aria-label={cartWords.title}>
      <BuyerPanel />
      <PaidStrip />
      <Lines />
      <Totals />
      <CartTools />
      <Actions />
    </aside>
  );
}

function Lines() {
  const lines = useTillState((state) => state.cart.lines);
  const isAsn = useTillState((state) => state.cart.buyer?.kind === "ASN");
  const hasBuyer = useTillState((state) => state.cart.buyer !== null);
  const paid = useScreen((screen) => screen.paidSaleId !== null) && !hasBuyer;
  const touched = useScreen((screen) => screen.touched);
  const wanted = useScreen((screen) => screen.selected);
  const selected = selectedOf(lines, wanted)?.lineNo ?? null;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current
      ?.querySelector(`[data-line="${touched?.lineNo ?? 0}"]`)
      ?.scrollIntoView({ block: "nearest" });
  }, [touched, lines.length]);
  if (lines.length === 0) {
    return (
      <div className="cart-empty">
        {paid ? null : <IconBasket aria-hidden="true" size={44} stroke={1.5} />}
        <p className="soft">{paid ? cartWords.readyForNext : cartWords.empty}</p>
      </div>
    );
  }
  return (
    <ul ref={list} className="lines" aria-label={cartWords.lines}>
      {lines.map((line) => (
        <CartLine
          key={line.lineNo}
          line={line}
          tellNotCounted={isAsn}
          selected={line.lineNo === selected}
          touchedTurn={touched?.lineNo === line.lineNo ? touched.turn : 0}
        />
      ))}
    </ul>
  );
}

function Totals() {
  const cart = useTillState((state) => state.cart);
  const isAsn = cart.buyer?.kind === "ASN";
  const ofLines = cart.discount - cart.saleDiscount;
  const share = cart.saleDiscountBp === null ? "" : ` ${percentText(cart.saleDiscountBp)}%`;
  const saleLabel = `${cartWords.saleDiscount}${share}`;
  return (
    <div className="totals">
      {cart.needsApproval ? <p className="small line-warn">{cartWords.waitsForApproval}</p> : null}
      {cart.discount === 0 ? null : (
        <dl className="totals-rows small">
          <div>
            <dt>{cartWords.subtotal}</dt>
            <dd className="money">{money(cart.subtotal)}</dd>
          </div>
          <Reduction label={cartWords.lineDiscounts} amount={ofLines} />
          <Reduction label={saleLabel} amount={cart.saleDiscount} />
        </dl>
      )}
      <div className="total">
        <p>
          <span className="total-label">{cartWords.total}</span>
          <span className="soft small">{goodsWords(cart.pieces)}</span>
          {isAsn && cart.lines.length > 0 ? (
            <span className="soft small">{cartWords.counts(money(cart.counts))}</span>
          ) : null}
        </p>
        <output className="total-amount money" aria-label={cartWords.total}>
          {money(cart.total)}
        </output>
      </div>
    </div>
  );
}

function Reduction({ label, amount }: { label: string; amount: number }) {
  if (amount === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd className="money">{money(-amount)}</dd>
    </div>
  );
}

function Actions() {
  const empty = useTillState((state) => state.cart.lines.length === 0);
  const hasBuyer = useTillState((state) => state.cart.buyer !== null);
  const waitsForBuyer = useTillState(({ cart }) => awaitsComparison(cart));
  return (
    <div className="cart-actions">
      <Button
        className="button-icon"
        aria-label={shortcuts.undo.label}
        aria-keyshortcuts={shortcuts.undo.key}
        title={`${shortcuts.undo.label} (${shortcuts.undo.key})`}
        icon={<IconArrowBackUp aria-hidden="true" />}
        onClick={() => runShortcut("undo")}
      />
      <Button
        className="button-icon"
        aria-label={shortcuts.clear.label}
        title={`${shortcuts.clear.label} (${shortcuts.clear.key})`}
        icon={<IconTrash aria-hidden="true" />}
        disabled={empty && !hasBuyer}
        onClick={() => runShortcut("clear")}
      />
      <Button
        look={waitsForBuyer ? "plain" : "next"}
        large
        className="cart-pay"
        shortcut={shortcuts.pay.key}
        disabled={empty || waitsForBuyer}
        onClick={() => runShortcut("pay")}
      >
        {cartWords.pay}
      </Button>
    </div>
  );
}
