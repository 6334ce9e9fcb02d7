import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { OfficeMonth } from "../../../../shared/contract/centre-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { countText, shareText } from "../../ui/count-text.ts";
import type { Column } from "../../ui/data-table.tsx";
import { ProgressLine } from "../../ui/progress-line.tsx";

const share = (office: OfficeMonth): number =>
  office.obliged === 0 ? 1 : office.met / office.obliged;

function OfficeShare({ office }: { readonly office: OfficeMonth }): ReactNode {
  const text = shareText(office.met, office.obliged);
  return (
    <span className="office-share">
      <ProgressLine
        done={office.met}
        of={office.obliged}
        label={`${countText(office.met)} dari ${countText(office.obliged)} pegawai memenuhi`}
      />
      <span>{text}</span>
    </span>
  );
}

const MONTH: readonly Column<OfficeMonth>[] = [
  {
    key: "capaian",
    title: "Capaian",
    numeric: true,
    cell: (office) => <OfficeShare office={office} />,
    sortBy: share,
    csv: (office) => shareText(office.met, office.obliged),
  },
  {
    key: "memenuhi",
    title: "Memenuhi",
    numeric: true,
    cell: (office) => (
      <>
        {countText(office.met)} <span className="soft">dari {countText(office.obliged)}</span>
      </>
    ),
    sortBy: (office) => office.met,
    csv: (office) => office.met,
  },
  {
    key: "wajib",
    title: "Wajib",
    csvOnly: true,
    cell: () => null,
    csv: (office) => office.obliged,
  },
  {
    key: "tercatat",
    title: "Tercatat",
    numeric: true,
    cell: (office) => formatRupiah(office.counted),
    sortBy: (office) => office.counted,
    csv: (office) => office.counted,
  },
  {
    key: "kewajiban",
    title: "Kewajiban",
    numeric: true,
    wideOnly: true,
    cell: (office) => formatRupiah(office.target),
    sortBy: (office) => office.target,
    csv: (office) => office.target,
  },
];

/** Columns of the table of offices; the name opens the office where names may be seen. */
export function officeColumns(month: string | undefined, open: boolean): Column<OfficeMonth>[] {
  const name: Column<OfficeMonth> = {
    key: "nama",
    title: "Perangkat daerah",
    cell: (office) =>
      open ? (
        <Link
          to="/kantor/$officeId"
          params={{ officeId: office.officeId }}
          search={{ bulan: month }}
        >
          {office.name}
        </Link>
      ) : (
        office.name
      ),
    sortBy: (office) => office.name,
    csv: (office) => office.name,
  };
  return [name, ...MONTH];
}
