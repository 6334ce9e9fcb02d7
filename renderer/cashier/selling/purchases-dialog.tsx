import { useEffect, useState } from "react";
import type { PurchasesView } from "../../../shared/contract/cart-api.ts";
import { asOfWords, countedWords, monthWords, namelessWords } from "../../texts/buyer-words.ts";
import { cartWords } from "../../texts/cart-words.ts";
import { money } from "../../texts/money-words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useNow } from "../../ui/use-now.ts";
import { askCore } from "../store/attempt.ts";
import { openDialog } from "../store/screen-store.ts";
import "./carts.css";
import { dateTimeWords, periodWords } from "../../texts/date-words.ts";

/** What the buyer who stands at the till bought this month; asked for, never shown by itself. */
export function PurchasesDialog() {
  const [found, setFound] = useState<PurchasesView | "FAILED" | null>(null);
  useEffect(() => {
    let stale = false;
    askCore((core) => core.buyer.purchases.query())
      .then((purchases) => (stale ? undefined : setFound(purchases)))
      .catch(() => (stale ? undefined : setFound("FAILED")));
    return () => {
      stale = true;
    };
  }, []);
  return (
    <Dialog title={cartWords.purchases} widthPx={600} onClose={() => openDialog(null)}>
      {found === null ? null : found === "FAILED" ? (
        <p>{cartWords.purchasesFailed}</p>
      ) : (
        <Purchases purchases={found} />
      )}
    </Dialog>
  );
}

function Purchases({ purchases }: { purchases: PurchasesView }) {
  const nowMs = useNow();
  const { name, period, sales, month } = purchases;
  return (
    <>
      <p className="soft small">{cartWords.purchasesLead}</p>
      <div>
        <p className="held-buyer">
          {name ?? namelessWords()} · {periodWords(period)}
        </p>
        <p>
          <strong>{monthWords(month)}</strong>
          {month === null ? "" : ` · ${countedWords(month)} · ${asOfWords(month, nowMs)}`}
        </p>
      </div>
      {sales.length === 0 ? (
        <p>{cartWords.purchasesNone}</p>
      ) : (
        <div className="purchases">
          <table>
            <caption className="field-label">{cartWords.purchasesHere}</caption>
            <thead>
              <tr>
                <th scope="col">{cartWords.purchaseTime}</th>
                <th scope="col">{cartWords.purchaseNumber}</th>
                <th scope="col">{cartWords.total}</th>
                <th scope="col">{cartWords.purchaseCounted}</th>
              </tr>
            </thead>
            <tbody>
              {sales.map((sale) => (
                <tr key={sale.number}>
                  <td>{dateTimeWords(sale.at)}</td>
                  <td>{sale.number}</td>
                  <td className="money">{money(sale.total)}</td>
                  <td className="money">{money(sale.counted)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
