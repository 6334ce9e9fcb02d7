import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { CardBindingRow } from "../../../../shared/contract/centre-api.ts";
import { formatWibDateTime } from "../../../../shared/domain/period.ts";
import type { Column } from "../../ui/data-table.tsx";
import { StateWord, type Tone } from "../../ui/state-word.tsx";

/** Whether somebody must still decide. */
export function isWaiting({ state }: CardBindingRow): boolean {
  return state === "PENDING" || state === "CONFLICT";
}

/** The holder as the centre knows them. */
export function holderName({ personName }: CardBindingRow): string {
  return personName ?? "Tidak ada di daftar pegawai";
}

/** Columns of bound cards; `onOpen` decides on one, null: may not. */
export function bindingColumns(
  onOpen: ((row: CardBindingRow) => void) | null,
): Column<CardBindingRow>[] {
  if (onOpen === null) return COLUMNS;
  const action = (row: CardBindingRow): ReactNode =>
    isWaiting(row) || row.state === "APPROVED" ? (
      <Button
        variant="outline"
        aria-label={`Kartu ${holderName(row)}, ${isWaiting(row) ? "periksa" : "cabut"}`}
        onClick={() => onOpen(row)}
      >
        {isWaiting(row) ? "Periksa" : "Cabut"}
      </Button>
    ) : null;
  return [...COLUMNS, { key: "tindakan", title: "Tindakan", cell: action }];
}

const COLUMNS: Column<CardBindingRow>[] = [
  {
    key: "pegawai",
    title: "Pegawai",
    cell: (row) => (
      <>
        <strong>{holderName(row)}</strong>
        <span className="soft cards-under">
          {row.nipLast4 !== null && `NIP ··${row.nipLast4} · `}
          {row.officeName ?? "unit tidak diketahui"}
        </span>
      </>
    ),
    csv: holderName,
  },
  {
    key: "keadaan",
    title: "Keadaan",
    cell: (row) => <Standing row={row} />,
    csv: (row) => STATE[row.state].word,
  },
  {
    key: "didaftarkan",
    title: "Didaftarkan (WIB)",
    cell: (row) => (
      <>
        {formatWibDateTime(row.boundAt)}
        <span className="soft cards-under">
          {row.outletName} · {row.tillCode}
        </span>
      </>
    ),
    csv: (row) => formatWibDateTime(row.boundAt),
  },
  {
    key: "oleh",
    title: "Oleh",
    cell: (row) => (
      <>
        {row.boundBy ?? "tidak diketahui"}
        <span className="soft cards-under">disetujui {row.allowedBy ?? "tidak diketahui"}</span>
      </>
    ),
    csv: (row) => `${row.boundBy ?? ""} / ${row.allowedBy ?? ""}`,
  },
];

const STATE: Record<CardBindingRow["state"], { readonly tone: Tone; readonly word: string }> = {
  PENDING: { tone: "waiting", word: "Menunggu" },
  CONFLICT: { tone: "bad", word: "Milik orang lain" },
  APPROVED: { tone: "good", word: "Disetujui" },
  REFUSED: { tone: "plain", word: "Ditolak" },
  WITHDRAWN: { tone: "plain", word: "Dicabut" },
};

function Standing({ row }: { readonly row: CardBindingRow }): ReactNode {
  const { tone, word } = STATE[row.state];
  const { decidedAt, decidedBy, reason, rivalName } = row;
  const decided =
    decidedAt === null ? [] : [`${decidedBy ?? "petugas"}, ${formatWibDateTime(decidedAt)}`];
  const under = [...decided, ...(reason === null ? [] : [reason])];
  const rival = rivalName === null ? [] : [`Terdaftar atas nama ${rivalName}`];
  return (
    <>
      <StateWord tone={tone}>{word}</StateWord>
      {[...rival, ...under].map((line) => (
        <span key={line} className="soft cards-under">
          {line}
        </span>
      ))}
    </>
  );
}
