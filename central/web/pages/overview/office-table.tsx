import { NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { MonthOverview, OfficeMonth } from "../../../../shared/contract/centre-api.ts";
import { periodLabel } from "../../../../shared/domain/period.ts";
import { officeKindWord } from "../../texts/words.ts";
import { DataTable, type Sort, sortByColumn } from "../../ui/data-table.tsx";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { matches } from "../../ui/matches.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { TableTools } from "../../ui/table-tools.tsx";
import { useMe } from "../../ui/use-me.ts";
import { officeColumns } from "./office-columns.tsx";

const route = getRouteApi("/member/framed/");

/** Every office's month; those that lag stand first until another order is asked for. */
export function OfficeTable({ month }: { readonly month: MonthOverview }): ReactNode {
  const { access } = useMe();
  const { bulan, urut = "capaian", arah = "naik", cari = "", jenis = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = officeColumns(bulan, access.people);
  const sort: Sort = { key: urut, direction: arah };
  const shown = month.offices.filter(
    (office) => matches(office.name, cari) && (jenis === "" || office.kind === jenis),
  );
  const change = (next: Record<string, string>): void =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true, resetScroll: false });
  return (
    <>
      <div className="filter-bar">
        <SearchField
          label="Cari perangkat daerah"
          value={cari}
          onChange={(text) => change({ cari: text })}
        />
        <NativeSelect
          className="no-print"
          size="sm"
          aria-label="Jenis perangkat daerah"
          value={jenis}
          data={kindChoices(month.offices)}
          onChange={(event) => change({ jenis: event.currentTarget.value })}
        />
        <TableTools
          fileName={`bela-beli-kantor-${month.period}`}
          columns={columns}
          rows={sortByColumn(shown, columns, sort)}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyNotice title="Tidak ada perangkat daerah yang cocok">
          Ubah kata pencarian atau jenisnya.
        </EmptyNotice>
      ) : (
        <DataTable
          caption={`Capaian perangkat daerah ${periodLabel(month.period)}`}
          columns={columns}
          rows={shown}
          rowKey={(office) => office.officeId}
          sort={sort}
          onSort={(next) => change({ urut: next.key, arah: next.direction })}
        />
      )}
    </>
  );
}

function kindChoices(offices: readonly OfficeMonth[]): { value: string; label: string }[] {
  const kinds = [...new Set(offices.map((office) => office.kind))];
  return [
    { value: "", label: "Semua jenis" },
    ...kinds.map((kind) => ({ value: kind, label: officeKindWord(kind) })),
  ];
}
