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

const NUMBER: Column<SaleRow> = {
  key: "nomor",
  title: "Nomor struk",
  cell: (sale) => (
    <Link to="/penjualan/$saleId" params={{ saleId: sale.saleId }} className="sale-number">
      {sale.number}
    </Link>
  ),
  csv: (sale) => sale.number,
};

const OUTLET: Column<SaleRow> = {
  key: "tempat",
  title: "Galeri",
  wideOnly: true,
  cell: (sale) => sale.outletName,
  csv: (sale) => sale.outletName,
};

const BUYER: Column<SaleRow> = {
  key: "pembeli",
  title: "Pembeli",
  cell: (sale) => <Buyer sale={sale} />,
  csv: (sale) => sale.buyerName ?? BUYER_WORD[sale.buyerKind],
};

const ASSURANCE: Column<SaleRow> = {
  key: "bukti",
  title: "Bukti diri",
  cell: (sale) => (sale.assurance === null ? "tidak ada" : assuranceWord(sale.assurance)),
};

const OUTCOME: readonly Column<SaleRow>[] = [
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

function timeColumn(text: (atMs: number) => string): Column<SaleRow> {
  return {
    key: "waktu",
    title: "Waktu (WIB)",
    cell: (sale) => text(sale.at),
    csv: (sale) => formatWibDateTime(sale.at),
  };
}

/** A day's sales: the hour and who bought. The number opens the sale with its journal entry. */
export const DAY_COLUMNS: readonly Column<SaleRow>[] = [
  NUMBER,
  timeColumn(formatWibTime),
  OUTLET,
  BUYER,
  ...OUTCOME,
];

/** One person's purchases: the date, and how the person was known. */
export const PERSON_COLUMNS: readonly Column<SaleRow>[] = [
  NUMBER,
  timeColumn(formatWibDateTime),
  OUTLET,
  ASSURANCE,
  ...OUTCOME,
];

type Props = {
  readonly caption: string;
  readonly columns: readonly Column<SaleRow>[];
  readonly rows: readonly SaleRow[];
};

/** Sales, the newest first. */
export function SaleTable({ caption, columns, rows }: Props): ReactNode {
  return (
    <DataTable caption={caption} columns={columns} rows={rows} rowKey={(sale) => sale.saleId} />
  );
}
