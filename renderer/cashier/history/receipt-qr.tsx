import { useEffect } from "react";
import type { SaleDetailView } from "../../../shared/contract/after-sale.ts";
import { receiptQrWords } from "../../texts/display-words.ts";
import { qrWords } from "../../texts/history-words.ts";
import { money } from "../../texts/money-words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { attempt } from "../store/attempt.ts";

type ReceiptQrProps = { sale: SaleDetailView; onClose: () => void };

/** The receipt as a QR, here and on the buyer's display for as long as this is open. */
export function ReceiptQr({ sale, onClose }: ReceiptQrProps) {
  const { saleId, receiptUrl, number, total } = sale;
  const isSigned = receiptUrl !== null;
  useEffect(() => {
    if (!isSigned) return undefined;
    void attempt((core) => core.history.show.mutate({ saleId }));
    return () => void attempt((core) => core.history.show.mutate({ saleId: null }));
  }, [saleId, isSigned]);
  return (
    <Dialog title={qrWords.title} widthPx={480} onClose={onClose}>
      {receiptUrl === null ? (
        <p className="notice notice-warn">{qrWords.none}</p>
      ) : (
        <div className="history-qr">
          <QrCode text={receiptUrl} label={receiptQrWords.label(number)} />
          <p>
            <strong>{number}</strong> · <span className="money">{money(total)}</span>
          </p>
          <p className="soft small">{qrWords.ask}</p>
        </div>
      )}
    </Dialog>
  );
}
