import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { clearCart } from "../store/cart-actions.ts";
import { openDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";

/** Asks before everything in the cart goes. */
export function ClearDialog() {
  const pieces = useTillState((state) => state.cart.pieces);
  const hasBuyer = useTillState((state) => state.cart.buyer !== null);
  const goods = pieces === 0 ? [] : [`${pieces} barang`];
  const what = [...goods, ...(hasBuyer ? ["pembelinya"] : [])].join(" dan ");
  const close = (): void => openDialog(null);
  return (
    <Dialog title="Kosongkan keranjang?" role="alertdialog" widthPx={460} onClose={close}>
      <p>Yang dilepas dari keranjang: {what}. Tidak ada yang tercatat.</p>
      <div className="dialog-actions">
        <Button onClick={close} data-autofocus="">
          Batal
        </Button>
        <Button look="danger" onClick={() => void clearCart()}>
          Kosongkan
        </Button>
      </div>
    </Dialog>
  );
}
