import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { OpenPeriodRow } from "../../../../shared/contract/quarantine-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { formatWibDateTime, periodLabel } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { TableTools } from "../../ui/table-tools.tsx";
import { useMe } from "../../ui/use-me.ts";
import { PeriodDialog } from "./period-dialog.tsx";

const COLUMNS: readonly Column<OpenPeriodRow>[] = [
  {
    key: "struk",
    title: "Struk",
    cell: (row) => (
      <Link to="/penjualan/$saleId" params={{ saleId: row.saleId }}>
        {row.number}
      </Link>
    ),
    csv: (row) => row.number,
  },
  {
    key: "mesin",
    title: "Mesin",
    cell: (row) => `${row.outletName} · ${row.tillCode}`,
    csv: (row) => `${row.outletName} ${row.tillCode}`,
  },
  {
    key: "jam",
    title: "Jam mesin (WIB)",
    cell: (row) => formatWibDateTime(row.at),
    csv: (row) => formatWibDateTime(row.at),
  },
  {
    key: "diterima",
    title: "Diterima (WIB)",
    cell: (row) => formatWibDateTime(row.receivedAt),
    csv: (row) => formatWibDateTime(row.receivedAt),
  },
  {
    key: "bulan",
    title: "Bulan tercatat",
    cell: (row) => periodLabel(row.period),
    csv: (row) => row.period,
  },
  {
    key: "jumlah",
    title: "Jumlah",
    numeric: true,
    cell: (row) => formatRupiah(row.total),
    csv: (row) => row.total,
  },
];

function columnsFor(
  onOpen: ((row: OpenPeriodRow) => void) | null,
): readonly Column<OpenPeriodRow>[] {
  if (onOpen === null) return COLUMNS;
  const action = (row: OpenPeriodRow): ReactNode => (
    <Button
      variant="outline"
      aria-label={`Tetapkan bulan ${row.number}`}
      onClick={() => onOpen(row)}
    >
      Tetapkan bulan
    </Button>
  );
  return [...COLUMNS, { key: "tindakan", title: "Tindakan", cell: action }];
}

/** Sales under a doubtful clock: they count for their buyer once somebody says for which month. */
export function OpenPeriods(): ReactNode {
  const { access } = useMe();
  const [opened, setOpened] = useState<OpenPeriodRow | null>(null);
  const open = useQuery(
    useCentre().quarantine.openPeriods.queryOptions(undefined, { refetchInterval: 30_000 }),
  );
  return (
    <section aria-labelledby="bulan-belum-pasti">
      <div className="section-head">
        <h2 id="bulan-belum-pasti">Bulan belum pasti</h2>
        {open.data !== undefined && open.data.length > 0 && (
          <TableTools fileName="bela-beli-bulan-belum-pasti" columns={COLUMNS} rows={open.data} />
        )}
      </div>
      {open.isError && <FailureNotice error={open.error} onRetry={() => void open.refetch()} />}
      {open.isPending && <LoadingLines lines={2} />}
      {open.data?.length === 0 && (
        <EmptyNotice title="Tidak ada bulan yang meragukan">
          Penjualan saat jam mesin kasir meragukan akan menunggu di sini.
        </EmptyNotice>
      )}
      {open.data !== undefined && open.data.length > 0 && (
        <DataTable
          caption="Penjualan yang bulannya belum pasti"
          columns={columnsFor(access.decideEntries ? setOpened : null)}
          rows={open.data}
          rowKey={(row) => row.saleId}
        />
      )}
      {opened !== null && <PeriodDialog row={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}
