import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SaleRow } from "../../../../shared/contract/centre-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { formatWibDateTime, formatWibTime } from "../../../../shared/domain/period.ts";
import { saleStanding } from "../../texts/sale-standing.ts";
import { assuranceWord, BUYER_WORD } from "../../texts/words.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { StateWord } from "../../ui/state-word.tsx";
import "./sales-page.css";

function Buyer({ sale }: { readonly sale: SaleRow }): ReactNode {
  return (
    <span>
      {sale.buyerName ?? BUYER_WORD[sale.buyerKind]}
      {sale.assurance !== null && (
        <span className="soft sale-assurance">{assuranceWord(sale.assurance)}</span>
      )}
    </span>
  );
}

function Standing({ sale }: { readonly sale: SaleRow }): ReactNode {
  const standing = saleStanding(sale);
  return <StateWord tone={standing.tone}>{standing.word}</StateWord>;
}

/** Columns of a list of sales; the number opens the sale with its journal entry. */
export function saleColumns(withDate: boolean): Column<SaleRow>[] {
  const timeText = withDate ? formatWibDateTime : formatWibTime;
  return [
    {
      key: "nomor",
      title: "Nomor struk",
      cell: (sale) => (
        <Link to="/penjualan/$saleId" params={{ saleId: sale.saleId }} className="sale-number">
          {sale.number}
        </Link>
      ),
      csv: (sale) => sale.number,
    },
    {
      key: "waktu",
      title: "Waktu (WIB)",
      cell: (sale) => timeText(sale.at),
      csv: (sale) => formatWibDateTime(sale.at),
    },
    {
      key: "tempat",
      title: "Galeri",
      wideOnly: true,
      cell: (sale) => sale.outletName,
      csv: (sale) => sale.outletName,
    },
    {
      key: "pembeli",
      title: "Pembeli",
      cell: (sale) => <Buyer sale={sale} />,
      csv: (sale) => sale.buyerName ?? BUYER_WORD[sale.buyerKind],
    },
    {
      key: "keadaan",
      title: "Keadaan",
      cell: (sale) => <Standing sale={sale} />,
      csv: (sale) => saleStanding(sale).word,
    },
    {
      key: "dihitung",
      title: "Dihitung",
      numeric: true,
      cell: (sale) => formatRupiah(sale.counted),
      csv: (sale) => sale.counted,
    },
    {
      key: "jumlah",
      title: "Jumlah",
      numeric: true,
      cell: (sale) => <strong>{formatRupiah(sale.total)}</strong>,
      csv: (sale) => sale.total,
    },
  ];
}

type Props = {
  readonly caption: string;
  readonly rows: readonly SaleRow[];
  readonly withDate?: boolean;
};

/** Sales, the newest first. */
export function SaleTable({ caption, rows, withDate = false }: Props): ReactNode {
  return (
    <DataTable
      caption={caption}
      columns={saleColumns(withDate)}
      rows={rows}
      rowKey={(sale) => sale.saleId}
    />
  );
}
