import type { CartLineView, CartView } from "../../../shared/contract/till-state.ts";
import { listPriceWords, priceWords } from "../../texts/price-words.ts";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { MoneyInput } from "../../ui/money-input.tsx";
import { ApprovalDialog } from "../approval/approval-dialog.tsx";
import { openDialog, useScreen } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { selectedOf } from "./selected-line.ts";
import { usePriceForm } from "./use-price-form.ts";
import "./carts.css";

const close = (): void => openDialog(null);

/** Another price for the selected line; a supervisor is asked for any but the list's. */
export function PriceDialog() {
  const cart = useTillState((state) => state.cart);
  const wanted = useScreen((screen) => screen.selected);
  const line = selectedOf(cart.lines, wanted);
  if (line === null) return null;
  return <PriceForm cart={cart} line={line} />;
}

function PriceForm({ cart, line }: { cart: CartView; line: CartLineView }) {
  const form = usePriceForm(cart.cartId, line);
  const { asked } = form;
  const listPrice = line.listPrice ?? line.unitPrice;
  if (asked !== null) {
    return (
      <ApprovalDialog
        action="PRICE"
        subject={asked.subject}
        amount={asked.amount}
        detail={`${line.name}. ${listPriceWords(listPrice)}`}
        onApproved={(approvalId) => void form.give(asked.amount, approvalId)}
        onClose={form.stopAsking}
      />
    );
  }
  return (
    <Dialog title={priceWords.title} widthPx={520} onClose={close}>
      <form className="dialog-form" onSubmit={form.submit}>
        <p>
          <strong>{line.name}</strong>
        </p>
        <MoneyInput
          label={priceWords.label}
          text={form.text}
          onText={form.type}
          error={form.failure}
          hint={`${listPriceWords(listPrice)} ${priceWords.lead}`}
        />
        <div className="dialog-actions">
          {line.listPrice === null ? null : (
            <Button className="discount-off" onClick={() => void form.give(listPrice)}>
              {priceWords.restore} {money(listPrice)}
            </Button>
          )}
          <Button onClick={close}>{priceWords.cancel}</Button>
          <Button look="next" submit>
            {priceWords.change}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
