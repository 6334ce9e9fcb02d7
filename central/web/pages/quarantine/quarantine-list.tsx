import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { QuarantineRow } from "../../../../shared/contract/centre-api.ts";
import { formatWibDateTime } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { quarantineText } from "../../texts/sale-standing.ts";
import { kindWord } from "../../texts/words.ts";
import { countText } from "../../ui/count-text.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { TableTools } from "../../ui/table-tools.tsx";
import { useMe } from "../../ui/use-me.ts";
import { EntryDialog } from "./entry-dialog.tsx";

const COLUMNS: readonly Column<QuarantineRow>[] = [
  {
    key: "mesin",
    title: "Mesin",
    cell: (row) => `${row.outletName} · ${row.tillCode}`,
    csv: (row) => `${row.outletName} ${row.tillCode}`,
  },
  {
    key: "urut",
    title: "Nomor urut",
    numeric: true,
    cell: (row) => countText(row.seq),
    csv: (row) => row.seq,
  },
  {
    key: "jenis",
    title: "Catatan",
    cell: (row) =>
      row.saleId === null ? (
        kindWord(row.kind)
      ) : (
        <Link to="/penjualan/$saleId" params={{ saleId: row.saleId }}>
          {kindWord(row.kind)}
        </Link>
      ),
    csv: (row) => row.kind,
  },
  {
    key: "sebab",
    title: "Sebab",
    cell: (row) => quarantineText(row.code),
    csv: (row) => row.code,
  },
  {
    key: "diterima",
    title: "Diterima (WIB)",
    cell: (row) => formatWibDateTime(row.receivedAt),
    csv: (row) => formatWibDateTime(row.receivedAt),
  },
];

/** The columns; `onOpen` shows an entry whole, null: may not. */
function columnsFor(
  onOpen: ((row: QuarantineRow) => void) | null,
): readonly Column<QuarantineRow>[] {
  if (onOpen === null) return COLUMNS;
  const action = (row: QuarantineRow): ReactNode => (
    <Button
      variant="outline"
      aria-label={`Periksa catatan ${row.seq} dari ${row.outletName} ${row.tillCode}`}
      onClick={() => onOpen(row)}
    >
      Periksa
    </Button>
  );
  return [...COLUMNS, { key: "tindakan", title: "Tindakan", cell: action }];
}

/** Entries the centre keeps whole but does not count until a person has looked at them. */
export function QuarantineList(): ReactNode {
  const { access } = useMe();
  const [opened, setOpened] = useState<QuarantineRow | null>(null);
  const waiting = useQuery(
    useCentre().quarantine.list.queryOptions(undefined, { refetchInterval: 30_000 }),
  );
  return (
    <section aria-labelledby="pemeriksaan">
      <div className="section-head">
        <h2 id="pemeriksaan">Menunggu pemeriksaan</h2>
        {waiting.data !== undefined && waiting.data.length > 0 && (
          <TableTools fileName="bela-beli-pemeriksaan" columns={COLUMNS} rows={waiting.data} />
        )}
      </div>
      {waiting.isError && (
        <FailureNotice error={waiting.error} onRetry={() => void waiting.refetch()} />
      )}
      {waiting.isPending && <LoadingLines lines={2} />}
      {waiting.data?.length === 0 && (
        <EmptyNotice title="Tidak ada catatan yang menunggu">
          Semua catatan dari mesin kasir diterima atau sudah diputuskan.
        </EmptyNotice>
      )}
      {waiting.data !== undefined && waiting.data.length > 0 && (
        <DataTable
          caption="Catatan yang menunggu pemeriksaan"
          columns={columnsFor(access.seeEntries ? setOpened : null)}
          rows={waiting.data}
          rowKey={(row) => `${row.tillId}/${row.seq}`}
        />
      )}
      {opened !== null && <EntryDialog row={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}
