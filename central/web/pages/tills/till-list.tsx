import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { TillRow } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { tillHeap } from "../../texts/till-standing.ts";
import { countText } from "../../ui/count-text.ts";
import { DataTable, type Sort, sortByColumn } from "../../ui/data-table.tsx";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { matches } from "../../ui/matches.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { TableTools } from "../../ui/table-tools.tsx";
import { useNow } from "../../ui/use-now.ts";
import { tillColumns, tillName } from "./till-columns.tsx";
import { TillDialog } from "./till-dialog.tsx";
import { HEAP_OF_FILTER, TillFilter } from "./till-filter.tsx";

const route = getRouteApi("/member/framed/mesin-kasir");

/** Every till and how it stands, the worst first. */
export function TillList(): ReactNode {
  const tills = useQuery(
    useCentre().till.list.queryOptions(undefined, { refetchInterval: 10_000 }),
  );
  return (
    <section aria-labelledby="daftar">
      <h2 id="daftar">Terdaftar</h2>
      {tills.isError && <FailureNotice error={tills.error} onRetry={() => void tills.refetch()} />}
      {tills.isPending && <LoadingLines lines={3} />}
      {tills.data?.length === 0 && (
        <EmptyNotice title="Belum ada mesin kasir terdaftar">
          Buat kode pendaftaran, lalu ketikkan di mesin kasir yang baru.
        </EmptyNotice>
      )}
      {tills.data !== undefined && tills.data.length > 0 && <TillTable tills={tills.data} />}
    </section>
  );
}

function TillTable({ tills }: { readonly tills: readonly TillRow[] }): ReactNode {
  const now = useNow();
  const { urut = "keadaan", arah = "naik", cari = "", saring, mesin } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = tillColumns(now);
  const sort: Sort = { key: urut, direction: arah };
  const shown = tills.filter(
    (till) =>
      matches(`${tillName(till)} ${till.outletName} ${till.version ?? ""}`, cari) &&
      (saring === undefined || tillHeap(till, now) === HEAP_OF_FILTER[saring]),
  );
  const opened = tills.find((till) => tillName(till) === mesin);
  const change = (next: Record<string, string | undefined>): void =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true, resetScroll: false });
  return (
    <>
      <div className="filter-bar">
        <TillFilter tills={tills} now={now} filter={saring} />
        <SearchField
          label="Cari mesin atau galeri"
          value={cari}
          onChange={(text) => change({ cari: text })}
        />
        <TableTools
          fileName="bela-beli-mesin-kasir"
          columns={columns}
          rows={sortByColumn(shown, columns, sort)}
        />
      </div>
      {shown.length < tills.length && (
        <p className="only-print">
          Hanya yang disaring: {countText(shown.length)} dari {countText(tills.length)} mesin.
        </p>
      )}
      {shown.length === 0 ? (
        <NoTill isAllWell={saring === "perlu-dilihat" && cari === ""} />
      ) : (
        <DataTable
          caption="Mesin kasir terdaftar"
          columns={columns}
          rows={shown}
          rowKey={(till) => till.tillId}
          sort={sort}
          onSort={(next) => change({ urut: next.key, arah: next.direction })}
        />
      )}
      {opened !== undefined && (
        <TillDialog till={opened} now={now} onClose={() => change({ mesin: undefined })} />
      )}
    </>
  );
}

function NoTill({ isAllWell }: { readonly isAllWell: boolean }): ReactNode {
  if (isAllWell) {
    return (
      <EmptyNotice title="Semua mesin kasir baik">
        Tidak ada yang perlu dilakukan sekarang.
      </EmptyNotice>
    );
  }
  return (
    <EmptyNotice title="Tidak ada mesin kasir yang cocok">
      Ubah kata pencarian atau saringannya.
    </EmptyNotice>
  );
}
