import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { PersonMonth } from "../../../../shared/contract/centre-api.ts";
import { CLASS_WORD } from "../../texts/words.ts";
import { countText } from "../../ui/count-text.ts";
import { DataTable, type Sort, sortByColumn } from "../../ui/data-table.tsx";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { matches } from "../../ui/matches.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { TableTools } from "../../ui/table-tools.tsx";
import { personColumns } from "./person-columns.tsx";
import { STATE_OF_FILTER, StateFilter } from "./state-filter.tsx";

const route = getRouteApi("/member/framed/kantor/$officeId");

type Props = {
  readonly officeId: string;
  readonly title: string;
  readonly period: string;
  readonly people: readonly PersonMonth[];
};

function searchedText(person: PersonMonth): string {
  const classWord = person.class === null ? "" : CLASS_WORD[person.class];
  return `${person.name} ${person.nipLast4} ${person.unitName} ${classWord}`;
}

/** The people of an office, those who are short first, to narrow, sort and take away. */
export function PeopleTable({ officeId, title, period, people }: Props): ReactNode {
  const { bulan, urut = "status", arah = "naik", cari = "", status } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = personColumns({ officeId, month: bulan }, people);
  const sort: Sort = { key: urut, direction: arah };
  const shown = people.filter(
    (person) =>
      matches(searchedText(person), cari) &&
      (status === undefined || person.state === STATE_OF_FILTER[status]),
  );
  const change = (next: Record<string, string>): void =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true, resetScroll: false });
  if (people.length === 0) {
    return (
      <EmptyNotice title="Belum ada pegawai di perangkat daerah ini">
        Daftar pegawai berasal dari BKPSDM.
      </EmptyNotice>
    );
  }
  return (
    <section aria-label={title}>
      <div className="filter-bar">
        <StateFilter people={people} status={status} />
        <SearchField
          label="Cari nama, NIP, atau unit"
          value={cari}
          onChange={(text) => change({ cari: text })}
        />
        <TableTools
          fileName={`bela-beli-pegawai-${period}`}
          columns={columns}
          rows={sortByColumn(shown, columns, sort)}
        />
      </div>
      {shown.length < people.length && (
        <p className="only-print">
          Hanya yang disaring: {countText(shown.length)} dari {countText(people.length)} pegawai.
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyNotice title="Tidak ada pegawai yang cocok">
          Ubah kata pencarian atau saringannya.
        </EmptyNotice>
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          rows={shown}
          rowKey={(person) => person.personId}
          sort={sort}
          onSort={(next) => change({ urut: next.key, arah: next.direction })}
        />
      )}
    </section>
  );
}
