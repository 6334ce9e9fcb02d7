import { Link } from "@tanstack/react-router";
import type { PersonMonth } from "../../../../shared/contract/centre-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { monthStanding } from "../../texts/month-standing.ts";
import { CLASS_WORD } from "../../texts/words.ts";
import { countText } from "../../ui/count-text.ts";
import type { Column } from "../../ui/data-table.tsx";
import { StateWord } from "../../ui/state-word.tsx";

const STATE_ORDER: Record<PersonMonth["state"], number> = {
  SHORT: 0,
  MET: 1,
  EXEMPT: 2,
  NOT_OBLIGED: 3,
};

const classWord = (person: PersonMonth): string =>
  person.class === null ? "Tanpa kelas" : CLASS_WORD[person.class];

const WHO: readonly Column<PersonMonth>[] = [
  {
    key: "nip",
    title: "NIP (4 angka akhir)",
    cell: (person) => `··${person.nipLast4}`,
    csv: (person) => person.nipLast4,
  },
  {
    key: "unit",
    title: "Unit",
    wideOnly: true,
    cell: (person) => person.unitName,
    sortBy: (person) => person.unitName,
    csv: (person) => person.unitName,
  },
  {
    key: "kelas",
    title: "Kelas",
    cell: classWord,
    sortBy: (person) => person.obligation ?? 0,
    csv: classWord,
  },
];

const MONTH: readonly Column<PersonMonth>[] = [
  {
    key: "status",
    title: "Keadaan",
    cell: (person) => {
      const standing = monthStanding(person);
      return <StateWord tone={standing.tone}>{standing.word}</StateWord>;
    },
    sortBy: (person) => STATE_ORDER[person.state],
    csv: (person) => monthStanding(person).word,
  },
  {
    key: "tercatat",
    title: "Tercatat",
    numeric: true,
    cell: (person) => formatRupiah(person.counted),
    sortBy: (person) => person.counted,
    csv: (person) => person.counted,
  },
  {
    key: "kewajiban",
    title: "Kewajiban",
    numeric: true,
    cell: (person) => (person.obligation === null ? "tidak ada" : formatRupiah(person.obligation)),
    sortBy: (person) => person.obligation ?? 0,
    csv: (person) => person.obligation,
  },
  {
    key: "belanja",
    title: "Belanja",
    numeric: true,
    wideOnly: true,
    cell: (person) => countText(person.sales),
    sortBy: (person) => person.sales,
    csv: (person) => person.sales,
  },
];

type Office = { readonly officeId: string; readonly month: string | undefined };

/** Columns of an office's people; the name opens what the person bought that month. */
export function personColumns(
  { officeId, month }: Office,
  people: readonly PersonMonth[],
): Column<PersonMonth>[] {
  const isOneUnit = new Set(people.map((person) => person.unitName)).size < 2;
  const name: Column<PersonMonth> = {
    key: "nama",
    title: "Nama",
    cell: (person) => (
      <Link
        to="/kantor/$officeId/pegawai/$personId"
        params={{ officeId, personId: person.personId }}
        search={{ bulan: month }}
      >
        {person.name}
      </Link>
    ),
    sortBy: (person) => person.name,
    csv: (person) => person.name,
  };
  return [name, ...WHO, ...MONTH].filter((column) => column.key !== "unit" || !isOneUnit);
}
