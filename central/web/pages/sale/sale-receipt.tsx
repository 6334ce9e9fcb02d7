import type { ReactNode } from "react";
import type { SaleDetail } from "../../../../shared/contract/centre-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { periodLabel } from "../../../../shared/domain/period.ts";
import { assuranceWord, BUYER_WORD, tenderWord } from "../../texts/words.ts";
import { countText } from "../../ui/count-text.ts";

/** The sale as its receipt says it: goods, sums, payment, buyer. */
export function SaleReceipt({ sale }: { readonly sale: SaleDetail }): ReactNode {
  return (
    <section className="receipt" aria-labelledby="struk">
      <h2 id="struk">Isi struk</h2>
      <ul className="receipt-lines">
        {sale.lines.map((line) => (
          <ReceiptLine key={line.no} line={line} />
        ))}
      </ul>
      <dl className="receipt-sums">
        <div className="receipt-total">
          <dt>Jumlah</dt>
          <dd>{formatRupiah(sale.total)}</dd>
        </div>
        {sale.tenders.map((tender) => (
          <div key={tender.no}>
            <dt>{tenderWord(tender.kind)}</dt>
            <dd>{formatRupiah(tender.amount)}</dd>
          </div>
        ))}
        <div>
          <dt>Kembalian</dt>
          <dd>{formatRupiah(sale.change)}</dd>
        </div>
      </dl>
      <BuyerFacts sale={sale} />
    </section>
  );
}

function ReceiptLine({ line }: { readonly line: SaleDetail["lines"][number] }): ReactNode {
  return (
    <li>
      <span className="receipt-name">{line.productName}</span>
      <span className="amount">{formatRupiah(line.net)}</span>
      <span className="soft">
        {line.makerName} · {countText(line.qty)} × {formatRupiah(line.unitPrice)}
        {line.discount > 0 && ` · potongan ${formatRupiah(line.discount)}`}
      </span>
      {!line.counts && <span className="soft receipt-uncounted">tidak dihitung</span>}
    </li>
  );
}

function BuyerFacts({ sale }: { readonly sale: SaleDetail }): ReactNode {
  const same = sale.tillCounted === sale.counted;
  return (
    <dl className="receipt-facts">
      <Fact title="Pembeli">{sale.buyerName ?? BUYER_WORD[sale.buyerKind]}</Fact>
      {sale.officeName !== null && <Fact title="Perangkat daerah">{sale.officeName}</Fact>}
      {sale.assurance !== null && <Fact title="Bukti diri">{assuranceWord(sale.assurance)}</Fact>}
      {sale.buyerKind === "ASN" && (
        <>
          <Fact title="Bulan">{periodLabel(sale.period)}</Fact>
          <Fact title="Dihitung pusat">{formatRupiah(sale.counted)}</Fact>
          <Fact title="Dihitung kasir">
            {formatRupiah(sale.tillCounted)} {same ? "(sama)" : <strong>(berbeda)</strong>}
          </Fact>
        </>
      )}
    </dl>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
