import { IconPrinter, IconTag } from "@tabler/icons-react";
import { type FormEvent, useId, useState } from "react";
import { uuidv7 } from "uuidv7";
import { MOST_LABELS } from "../../../shared/contract/product-api.ts";
import type { ProductView } from "../../../shared/contract/till-state.ts";
import { labelWords } from "../../texts/label-words.ts";
import { money } from "../../texts/money-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { attempt } from "../store/attempt.ts";
import { openDialog, openLabels, useScreen } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { LabelGoods } from "./label-goods.tsx";
import "./label.css";

/** Prints labels for goods: which, and how many; or says how to get a printer for them. */
export function LabelDialog() {
  const product = useScreen((screen) => screen.labelled);
  const canPrint = useTillState(({ printer }) =>
    printer.printers.some(({ role }) => role === "LABEL"),
  );
  return (
    <Dialog title={labelWords.title} widthPx={560} onClose={() => openDialog(null)}>
      {!canPrint ? (
        <NoPrinter />
      ) : product === null ? (
        <LabelGoods onPick={openLabels} />
      ) : (
        <HowMany product={product} />
      )}
    </Dialog>
  );
}

function NoPrinter() {
  return (
    <>
      <p className="notice notice-warn">
        <IconTag aria-hidden="true" size={20} />
        <span>
          <strong>{labelWords.unset}</strong> {labelWords.unsetTodo}
        </span>
      </p>
      <div className="dialog-actions">
        <Button look="primary" data-autofocus="" onClick={() => openDialog("status")}>
          {labelWords.setUp}
        </Button>
      </div>
    </>
  );
}

function HowMany({ product }: { product: ProductView }) {
  const id = useId();
  const [text, setText] = useState("1");
  const qty = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  const fits = qty >= 1 && qty <= MOST_LABELS;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!fits) return;
    const input = { commandId: uuidv7(), productId: product.productId, qty };
    if ((await attempt((core) => core.product.printLabels.mutate(input))) === null) return;
    openDialog(null);
    showToast({ tone: "info", what: labelWords.queued, todo: null });
  };
  return (
    <form className="dialog-form" onSubmit={(event) => void submit(event)}>
      <div className="label-product">
        <strong>{product.name}</strong>
        <span className="money">{money(product.unitPrice)}</span>
        <span className="soft small">
          {product.makerName} · {product.sku}
        </span>
      </div>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {labelWords.qty}
        </label>
        <input
          id={id}
          className="input"
          inputMode="numeric"
          autoComplete="off"
          data-typing-field=""
          ref={(input) => selectOnce(input)}
          value={text}
          aria-describedby={`${id}-hint`}
          aria-invalid={!fits}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-hint`} className="field-hint">
          {labelWords.qtyHint(MOST_LABELS)}. {labelWords.says}.
        </p>
      </div>
      <div className="dialog-actions">
        <Button onClick={() => openLabels(null)}>{labelWords.other}</Button>
        <Button
          look="primary"
          submit
          disabled={!fits}
          icon={<IconPrinter aria-hidden="true" size={20} />}
        >
          {labelWords.print}
        </Button>
      </div>
    </form>
  );
}

/** The number stands ready to be typed over. */
function selectOnce(input: HTMLInputElement | null): void {
  if (input === null || input.dataset["seen"] !== undefined) return;
  input.dataset["seen"] = "";
  input.focus();
  input.select();
}
