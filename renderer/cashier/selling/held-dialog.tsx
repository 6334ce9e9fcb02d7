import { useEffect, useState } from "react";
import type { HeldCartView } from "../../../shared/contract/cart-api.ts";
import { ageWords, cartWords, heldBuyerWords } from "../../texts/cart-words.ts";
import { goodsWords, money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useNow } from "../../ui/use-now.ts";
import { attempt } from "../store/attempt.ts";
import { discardHeld, resumeHeld } from "../store/held-actions.ts";
import { openDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import "./carts.css";

/** The carts put aside, to take one up again or to throw one away. */
export function HeldDialog() {
  const held = useHeldCarts();
  return (
    <Dialog title={cartWords.heldTitle} widthPx={680} onClose={() => openDialog(null)}>
      {held === null ? null : held.length === 0 ? (
        <p>{cartWords.heldNone}</p>
      ) : (
        <>
          <p className="soft small">{cartWords.heldLead}</p>
          <ul className="held" aria-label={cartWords.heldTitle}>
            {held.map((cart, index) => (
              <HeldCart key={cart.cartId} cart={cart} isFirst={index === 0} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function HeldCart({ cart, isFirst }: { cart: HeldCartView; isFirst: boolean }) {
  const offsetMs = useTillState((state) => state.clock.offsetMs);
  const nowMs = useNow() + offsetMs;
  const [asking, setAsking] = useState(false);
  const whose = heldBuyerWords(cart);
  const more = cart.goods.length < cart.pieces ? ` · ${goodsWords(cart.pieces)}` : "";
  return (
    <li className="held-cart" aria-label={`${whose}, ${money(cart.total)}`}>
      <div className="held-words">
        <p className="held-buyer">
          {whose}
          {cart.nipLast4 === null ? null : <span className="soft"> ··{cart.nipLast4}</span>}
        </p>
        <p className="small held-goods">{cart.goods.join(", ") + more}</p>
        {cart.note === "" ? null : <p className="small held-goods">“{cart.note}”</p>}
        <p className="soft small">
          {ageWords(cart.heldAt, nowMs)} · {cart.heldBy}
        </p>
      </div>
      <p className="held-total money">{money(cart.total)}</p>
      {asking ? (
        <div className="held-ask" role="group" aria-label={cartWords.discardAsk}>
          <p className="small">{cartWords.discardAsk}</p>
          <Button autoFocus onClick={() => setAsking(false)}>
            {cartWords.keep}
          </Button>
          <Button look="danger" onClick={() => void discardHeld(cart.cartId)}>
            {cartWords.discard}
          </Button>
        </div>
      ) : (
        <div className="held-ways">
          <Button onClick={() => setAsking(true)} aria-label={`${cartWords.discard}: ${whose}`}>
            {cartWords.discard}
          </Button>
          <Button
            look={isFirst ? "next" : "plain"}
            {...(isFirst ? { "data-autofocus": "", autoFocus: true } : {})}
            aria-label={`${cartWords.resume}: ${whose}`}
            onClick={() => void resumeHeld(cart.cartId)}
          >
            {cartWords.resume}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Asked anew whenever one was added or taken; null until the first answer. */
function useHeldCarts(): readonly HeldCartView[] | null {
  const count = useTillState((state) => state.heldCarts);
  const [held, setHeld] = useState<readonly HeldCartView[] | null>(null);
  useEffect(() => {
    let stale = false;
    void attempt((core) => core.cart.held.query()).then((found) => {
      if (!stale && found !== null) setHeld(found);
    });
    return () => {
      stale = true;
    };
  }, [count]);
  return held;
}
