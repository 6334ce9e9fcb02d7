import { useEffect, useRef } from "react";
import type { DisplayState } from "../../shared/contract/till-state.ts";
import { money } from "../texts/money-words.ts";
import { ProductPicture } from "../ui/product-picture.tsx";
import { Greeting } from "./greeting.tsx";
import "./cart-screen.css";
import { displayCartWords } from "../texts/display-words.ts";

type Cart = Extract<DisplayState, { screen: "CART" }>;

/** The sale as it grows: each line as it is added, the total, and who it counts for. */
export function CartScreen({ cart }: { cart: Cart }) {
  return (
    <main className="sale">
      <section className="sale-lines" aria-label={displayCartWords.title}>
        <h1 className="sale-title">{displayCartWords.title}</h1>
        <Lines lines={cart.lines} />
      </section>
      <aside className="sale-side">
        <p className="sale-place">{cart.outletName}</p>
        {cart.buyer === null ? <AskForCard /> : <Greeting buyer={cart.buyer} />}
        <div className="sale-total">
          <p>{displayCartWords.total}</p>
          <output className="sale-amount money" aria-label={displayCartWords.total}>
            {money(cart.total)}
          </output>
        </div>
      </aside>
    </main>
  );
}

function Lines({ lines }: { lines: Cart["lines"] }) {
  const list = useRef<HTMLUListElement>(null);
  const newest = lines.at(-1);
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: "end" });
  }, [newest?.lineNo, newest?.qty]);
  if (lines.length === 0) return <p className="soft">{displayCartWords.none}</p>;
  return (
    <ul ref={list} className="sale-list">
      {lines.map((line) => (
        <li key={line.lineNo} className="sale-line">
          <ProductPicture pictureKey={line.pictureKey} className="sale-picture" />
          <div className="sale-words">
            <p className="sale-name">{line.name}</p>
            <p className="soft sale-maker">{line.makerName}</p>
          </div>
          <p className="sale-qty soft">{line.qty} ×</p>
          <p className="sale-net money">{money(line.net)}</p>
        </li>
      ))}
    </ul>
  );
}

function AskForCard() {
  return (
    <div className="greeting">
      <p className="greeting-hello">{displayCartWords.isAsn}</p>
      <p className="soft greeting-line">{displayCartWords.showCard}</p>
    </div>
  );
}
