import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { clearCart } from "../store/cart-actions.ts";
import { openDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { cartWords } from "../../texts/cart-words.ts";
import { controlWords } from "../../texts/control-words.ts";
import { goodsWords } from "../../texts/money-words.ts";

/** Asks before everything in the cart goes. */
export function ClearDialog() {
  const pieces = useTillState((state) => state.cart.pieces);
  const hasBuyer = useTillState((state) => state.cart.buyer !== null);
  const goods = goodsWords(pieces);
  const withBuyer = pieces === 0 ? cartWords.clearBuyer : cartWords.clearGoodsAndBuyer(goods);
  const what = hasBuyer ? withBuyer : goods;
  const close = (): void => openDialog(null);
  return (
    <Dialog title={cartWords.clearTitle} role="alertdialog" widthPx={460} onClose={close}>
      <p>{cartWords.clearLead(what)}</p>
      <div className="dialog-actions">
        <Button onClick={close} data-autofocus="">
          {controlWords.cancel}
        </Button>
        <Button look="danger" onClick={() => void clearCart()}>
          {cartWords.clear}
        </Button>
      </div>
    </Dialog>
  );
}
