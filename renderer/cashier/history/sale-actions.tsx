import {
  IconArrowBackUp,
  IconCancel,
  IconFileInvoice,
  IconFileTypePdf,
  IconPrinter,
  IconQrcode,
} from "@tabler/icons-react";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import type { SaleDetailView } from "../../../shared/contract/after-sale.ts";
import { detailWords } from "../../texts/history-words.ts";
import { notaWords } from "../../texts/nota-words.ts";
import { Button } from "../../ui/button.tsx";
import { attempt } from "../store/attempt.ts";

export type SaleAction = "VOID" | "RETURN" | "QR" | "NOTA";

type SaleActionsProps = {
  sale: SaleDetailView;
  onAction: (action: SaleAction) => void;
  onChange: (sale: SaleDetailView) => void;
};

/** What can be done with a sale; what cannot is not offered. */
export function SaleActions({ sale, onAction, onChange }: SaleActionsProps) {
  return (
    <div className="history-actions">
      <PrintButtons sale={sale} onChange={onChange} />
      {mayInvoice(sale) ? (
        <Button
          icon={<IconFileTypePdf aria-hidden="true" size={20} />}
          onClick={() => onAction("NOTA")}
        >
          {notaWords.open}
        </Button>
      ) : null}
      <Button icon={<IconQrcode aria-hidden="true" size={20} />} onClick={() => onAction("QR")}>
        {detailWords.qr}
      </Button>
      {sale.mayReturn ? (
        <Button
          icon={<IconArrowBackUp aria-hidden="true" size={20} />}
          onClick={() => onAction("RETURN")}
        >
          {detailWords.return}
        </Button>
      ) : null}
      {sale.mayVoid ? (
        <Button
          icon={<IconCancel aria-hidden="true" size={20} />}
          className="history-void"
          onClick={() => onAction("VOID")}
        >
          {detailWords.void}
        </Button>
      ) : null}
    </div>
  );
}

/** Papers to claim by are made of what is left of a sale. */
function mayInvoice({ buyerKind, state }: SaleDetailView): boolean {
  return buyerKind === "INSTITUTION" && state !== "VOIDED" && state !== "RETURNED";
}

function PrintButtons({ sale, onChange }: Pick<SaleActionsProps, "sale" | "onChange">) {
  const [busy, setBusy] = useState(false);
  const { saleId } = sale;
  const print = async (what: "reprint" | "invoice"): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const changed = await attempt(async (core) => {
      const input = { commandId: uuidv7(), saleId };
      if (what === "reprint") await core.sale.reprint.mutate(input);
      else await core.history.invoice.mutate(input);
      return core.history.detail.query({ saleId });
    });
    setBusy(false);
    if (changed !== null) onChange(changed);
  };
  return (
    <>
      <Button
        icon={<IconPrinter aria-hidden="true" size={20} />}
        // Not `disabled`: the focus would be lost with it.
        aria-disabled={busy}
        onClick={() => void print("reprint")}
      >
        {detailWords.copy(sale.copies + 1)}
      </Button>
      {mayInvoice(sale) ? (
        <Button
          icon={<IconFileInvoice aria-hidden="true" size={20} />}
          aria-disabled={busy}
          onClick={() => void print("invoice")}
        >
          {detailWords.invoice}
        </Button>
      ) : null}
    </>
  );
}
