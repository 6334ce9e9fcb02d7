import { lazy, Suspense, useEffect, useState } from "react";
import type { SaleDetailView } from "../../../shared/contract/after-sale.ts";
import { monthWords } from "../../texts/buyer-words.ts";
import {
  buyerWords,
  detailWords,
  historyWords,
  saleStateWords,
} from "../../texts/history-words.ts";
import { wayWords } from "../../texts/paying-words.ts";
import { money } from "../../texts/money-words.ts";
import { receiptWords } from "../../texts/receipt-words.ts";
import { beep } from "../../ui/beep.ts";
import { consumeScans } from "../store/scan.ts";
import { ReceiptQr } from "./receipt-qr.tsx";
import { ReturnDialog } from "./return-dialog.tsx";
import { type SaleAction, SaleActions } from "./sale-actions.tsx";
import { SaleReversals } from "./sale-reversals.tsx";
import { VoidDialog } from "./void-dialog.tsx";
import { dateTimeWords } from "../../texts/date-words.ts";

const NotaDialog = lazy(async () => ({
  default: (await import("./nota-dialog.tsx")).NotaDialog,
}));

type SaleDetailProps = {
  sale: SaleDetailView;
  /** something is being done with it: it must stay, whatever the list finds next */
  onAct: () => void;
  onChange: (sale: SaleDetailView) => void;
};

/** One sale with its lines, its money, its receipt, and what can be done with it. */
export function SaleDetail({ sale, onAct, onChange }: SaleDetailProps) {
  const [action, setAction] = useState<SaleAction | null>(null);
  const close = (): void => setAction(null);
  const act = (next: SaleAction): void => {
    onAct();
    setAction(next);
  };
  useNoScans(action !== null);
  const finish = (changed: SaleDetailView): void => {
    close();
    onChange(changed);
  };
  return (
    <section className="history-detail" aria-label={sale.number}>
      {/* Long sales scroll, by keys too. */}
      <div className="history-scroll" role="group" aria-label={detailWords.goods} tabIndex={0}>
        <Headline sale={sale} />
        <Goods sale={sale} />
        <SaleReversals reversals={sale.reversals} />
        <Facts sale={sale} />
      </div>
      {sale.formerTill === null ? (
        <SaleActions sale={sale} onAction={act} onChange={onChange} />
      ) : (
        <p className="history-former-note">{detailWords.formerNote(sale.formerTill)}</p>
      )}
      {action === "VOID" ? <VoidDialog sale={sale} onDone={finish} onClose={close} /> : null}
      {action === "RETURN" ? <ReturnDialog sale={sale} onDone={finish} onClose={close} /> : null}
      {action === "NOTA" ? (
        <Suspense fallback={null}>
          <NotaDialog saleId={sale.saleId} onClose={close} />
        </Suspense>
      ) : null}
      {action === "QR" ? <ReceiptQr sale={sale} onClose={close} /> : null}
    </section>
  );
}

/** A scan must not look for another sale behind a dialog about this one. */
function useNoScans(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return;
    return consumeScans(() => {
      beep("refused");
      return "ANSWERED";
    });
  }, [isBusy]);
}

function Headline({ sale }: { sale: SaleDetailView }) {
  const state = saleStateWords(sale.state);
  return (
    <header className="history-headline">
      <h3>{sale.number}</h3>
      <p className={`history-total money ${sale.state === "VOIDED" ? "history-gone" : ""}`}>
        {money(sale.total)}
      </p>
      <p className="soft small">{dateTimeWords(sale.at)} WIB</p>
      {state === null ? null : <p className="history-state">{state}</p>}
      {sale.formerTill === null ? null : (
        <p className="history-former">{historyWords.former(sale.formerTill)}</p>
      )}
    </header>
  );
}

function Goods({ sale }: { sale: SaleDetailView }) {
  return (
    <ul className="history-goods" aria-label={detailWords.goods}>
      {sale.lines.map((line) => (
        <li key={line.no}>
          <span className="history-goods-name">{line.name}</span>
          <span className="money">{money(line.net)}</span>
          <span className="soft small">
            {line.makerName} · {line.qty} × {money(line.unitPrice)}
            {line.mayCount || sale.buyerKind !== "ASN" ? "" : ` · ${detailWords.notCounted}`}
          </span>
          {line.returnedQty === 0 ? null : (
            <span className="history-state small">{detailWords.returned(line.returnedQty)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Facts({ sale }: { sale: SaleDetailView }) {
  const nip = sale.nipLast4 === null ? "" : ` ··${sale.nipLast4}`;
  const facts: (readonly [string, string] | null)[] = [
    [detailWords.buyer, `${buyerWords(sale)}${nip}`],
    sale.officeName === null ? null : [detailWords.office, sale.officeName],
    sale.buyerKind === "ASN" ? [detailWords.counted, money(sale.counted)] : null,
    sale.month === null ? null : [detailWords.month, monthWords(sale.month)],
    ...sale.tenders.map(({ kind, amount }) => [wayWords[kind], money(amount)] as const),
    [detailWords.change, money(sale.change)],
    [detailWords.cashier, sale.cashierName],
    [detailWords.code, sale.signed ? sale.code : `${sale.code}, ${detailWords.later}`],
    sale.formerTill === null ? [detailWords.receipt, receiptWords(sale)] : null,
  ];
  return (
    <dl className="facts">
      {facts
        .filter((fact) => fact !== null)
        .map(([name, value], index) => (
          <div key={`${index}-${name}`}>
            <dt className="soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
