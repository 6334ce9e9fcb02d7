import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { CardBindingRow } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { TableTools } from "../../ui/table-tools.tsx";
import { useMe } from "../../ui/use-me.ts";
import { bindingColumns, isWaiting } from "./binding-columns.tsx";
import { BindingDialog } from "./binding-dialog.tsx";
import "./cards-page.css";

/** Employee cards that tills bound to people: those that wait for a second person, and the rest. */
export function CardsPage(): ReactNode {
  const { access } = useMe();
  const bindings = useQuery(
    useCentre().card.bindings.queryOptions(undefined, { refetchInterval: 30_000 }),
  );
  const [opened, setOpened] = useState<CardBindingRow | null>(null);
  const columns = bindingColumns(access.decideCards ? setOpened : null);
  const { data } = bindings;
  return (
    <>
      <PageHead title="Kartu pegawai" />
      <p className="soft cards-lead">
        Kartu yang kodenya bukan terbitan kabupaten didaftarkan kasir bersama penyelia. Sampai
        disetujui di sini, kartu itu bernilai sama dengan NIP yang diketik. Isi kodenya tidak
        disimpan di mana pun.
      </p>
      {bindings.isError && (
        <FailureNotice error={bindings.error} onRetry={() => void bindings.refetch()} />
      )}
      {bindings.isPending && <LoadingLines lines={4} />}
      {data !== undefined && (
        <>
          <BindingList
            title="Menunggu persetujuan"
            empty="Tidak ada kartu yang menunggu"
            columns={columns}
            rows={data.filter(isWaiting)}
          />
          <BindingList
            title="Sudah diputuskan"
            empty="Belum ada kartu yang diputuskan"
            columns={columns}
            rows={data.filter((row) => !isWaiting(row))}
          />
        </>
      )}
      {opened !== null && <BindingDialog binding={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

type ListProps = {
  readonly title: string;
  readonly empty: string;
  readonly columns: readonly Column<CardBindingRow>[];
  readonly rows: readonly CardBindingRow[];
};

function BindingList({ title, empty, columns, rows }: ListProps): ReactNode {
  return (
    <section className="cards-section" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        {rows.length > 0 && <TableTools fileName="bela-beli-kartu" columns={columns} rows={rows} />}
      </div>
      {rows.length === 0 ? (
        <EmptyNotice title={empty} />
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.tillId}/${row.seq}`}
        />
      )}
    </section>
  );
}
