import { IconCircleCheck, IconX } from "@tabler/icons-react";
import { useEffect } from "react";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { monthWords } from "../../texts/buyer-words.ts";
import { money } from "../../texts/money-words.ts";
import { receiptQrWords } from "../../texts/display-words.ts";
import { receiptWords } from "../../texts/receipt-words.ts";
import { Button } from "../../ui/button.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { dismissPaid, useScreen } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { focusTypingField } from "../typing-field.ts";
import { paidWords } from "../../texts/cart-words.ts";

/** The sale just paid: large while the cart is empty, one line as soon as the next one starts. */
export function PaidStrip() {
  const paidSaleId = useScreen((screen) => screen.paidSaleId);
  const sale = useTillState((state) => state.lastSale);
  const next = useTillState(({ cart }) => cart.lines.length > 0 || cart.buyer !== null);
  useEffect(() => {
    // Where the keys were belongs to the sale before: an Enter more must not touch goods.
    if (paidSaleId !== null) focusTypingField();
  }, [paidSaleId]);
  if (sale === null || sale.saleId !== paidSaleId) return null;
  return (
    <div className={`paid ${next ? "paid-slim" : ""}`} role="status" aria-label={paidWords.title}>
      {next ? <PaidLine sale={sale} /> : <PaidBlock sale={sale} />}
      <Button
        look="quiet"
        className="button-icon paid-close"
        aria-label={paidWords.close}
        icon={<IconX aria-hidden="true" size={20} />}
        onClick={dismissPaid}
      />
    </div>
  );
}

function PaidLine({ sale }: { sale: SaleView }) {
  return (
    <p className="small">
      {paidWords.justNow} <strong className="money">{money(sale.change)}</strong>.{" "}
      {receiptWords(sale)}
    </p>
  );
}

function PaidBlock({ sale }: { sale: SaleView }) {
  return (
    <div>
      <p className="paid-head">
        <IconCircleCheck aria-hidden="true" size={20} />
        {paidWords.stored(money(sale.total))}
      </p>
      <p className="small">{paidWords.change}</p>
      <p className="paid-change money">{money(sale.change)}</p>
      <div className={sale.qrUrl === null ? "" : "paid-by-qr"}>
        <PaidWords sale={sale} />
        {sale.qrUrl === null ? null : (
          <QrCode text={sale.qrUrl} label={receiptQrWords.label(sale.number)} />
        )}
      </div>
    </div>
  );
}

function PaidWords({ sale }: { sale: SaleView }) {
  return (
    <div>
      {sale.buyerKind === "ASN" && sale.month !== null ? (
        <p className="small">
          {sale.buyerName ?? paidWords.asn}: <strong>{monthWords(sale.month)}</strong>
        </p>
      ) : null}
      <p className="small">
        {receiptWords(sale)}
        {sale.signed ? "" : paidWords.signatureLater}
      </p>
      <p className="small soft">{sale.number}</p>
      {sale.qrUrl === null ? null : <p className="small paid-qr-words">{paidWords.byQr}</p>}
    </div>
  );
}
