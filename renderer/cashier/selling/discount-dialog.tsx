import { type Discount, discountOn } from "../../../shared/domain/discount.ts";
import { percentOf, rupiah } from "../../../shared/domain/money.ts";
import type { CartLineView, CartView } from "../../../shared/contract/till-state.ts";
import { cartWords, discountWords, givenWords, limitWords } from "../../texts/cart-words.ts";
import { goodsWords, money } from "../../texts/money-words.ts";
import { priceWords } from "../../texts/price-words.ts";
import { shortcuts } from "../../texts/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { MoneyInput } from "../../ui/money-input.tsx";
import { ApprovalDialog } from "../approval/approval-dialog.tsx";
import { openDialog, useScreen } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { selectedOf } from "./selected-line.ts";
import { useDiscountForm } from "./use-discount-form.ts";
import "./carts.css";
import { controlWords } from "../../texts/control-words.ts";

const close = (): void => openDialog(null);

/** A discount on the selected line or on the whole sale; above the limit a supervisor is asked. */
export function DiscountDialog() {
  const cart = useTillState((state) => state.cart);
  const wanted = useScreen((screen) => screen.selected);
  const line = selectedOf(cart.lines, wanted);
  if (line === null) return null;
  return <DiscountForm cart={cart} line={line} />;
}

function DiscountForm({ cart, line }: { cart: CartView; line: CartLineView }) {
  const form = useDiscountForm(cart, line);
  const { place, kind, text, failure, asked, discount } = form;
  if (asked !== null && discount !== null) {
    return (
      <ApprovalDialog
        action="DISCOUNT"
        subject={asked.subject}
        amount={asked.amount}
        onApproved={(approvalId) => void form.give(discount, approvalId)}
        onClose={form.stopAsking}
      />
    );
  }
  return (
    <Dialog title={cartWords.discountTitle} widthPx={520} onClose={close}>
      <form className="dialog-form" onSubmit={form.submit}>
        <Choice
          label={cartWords.discountOn}
          options={[
            { value: "LINE", label: cartWords.onLine, note: line.name },
            { value: "SALE", label: cartWords.onSale, note: goodsWords(cart.pieces) },
          ]}
          value={place}
          onChoose={form.setPlace}
        />
        <Choice
          label={cartWords.discountKind}
          options={[
            { value: "SHARE", label: cartWords.inPercent },
            { value: "AMOUNT", label: cartWords.inRupiah },
          ]}
          value={kind}
          onChoose={form.setKind}
        />
        <MoneyInput
          key={kind}
          label={kind === "SHARE" ? cartWords.percentLabel : cartWords.rupiahLabel}
          text={text}
          onText={form.type}
          error={failure}
          hint={hintOf(form.base, discount, cart.discountLimitBp)}
        />
        <DialogWays
          given={place === "LINE" ? line.lineDiscount : cart.saleDiscount}
          onTakeOff={() => void form.give({ kind: "AMOUNT", amount: 0 })}
        />
      </form>
    </Dialog>
  );
}

function DialogWays({ given, onTakeOff }: { given: number; onTakeOff: () => void }) {
  return (
    <div className="dialog-actions">
      {given === 0 ? null : (
        <Button className="discount-off" onClick={onTakeOff}>
          {cartWords.takeDiscountOff} {money(given)}
        </Button>
      )}
      <Button
        aria-keyshortcuts="Control+U"
        title={`${shortcuts.price.label} (${shortcuts.price.key})`}
        onClick={() => openDialog("price")}
      >
        {priceWords.title}
      </Button>
      <Button onClick={close}>{controlWords.cancel}</Button>
      <Button look="next" submit>
        {cartWords.giveDiscount}
      </Button>
    </div>
  );
}

function hintOf(base: number, discount: Discount | null, limitBp: number): string {
  const amount = discount === null ? null : discountOn(rupiah(base), discount);
  const share = discount?.kind === "SHARE" ? discount.basisPoints : null;
  const given = amount?.ok === true ? givenWords(discountWords(amount.value, share), base) : "";
  return given + limitWords(limitBp, percentOf(rupiah(base), limitBp));
}
