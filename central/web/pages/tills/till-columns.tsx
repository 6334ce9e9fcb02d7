import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { TillRow } from "../../../../shared/contract/centre-api.ts";
import { formatWibDateTime } from "../../../../shared/domain/period.ts";
import { clockWord } from "../../texts/clock-word.ts";
import { tillHeap, tillRank, tillStandings } from "../../texts/till-standing.ts";
import { DEVICE_WORD } from "../../texts/words.ts";
import { countText } from "../../ui/count-text.ts";
import type { Column } from "../../ui/data-table.tsx";
import { StateWord } from "../../ui/state-word.tsx";
import { agoText } from "../../ui/time-words.ts";

const NOWHERE = Number.MAX_SAFE_INTEGER;
const timeCsv = (at: number | null) => (at === null ? null : formatWibDateTime(at));

/** Columns of the tills; the name opens everything there is to say of one. */
export function tillColumns(now: number): Column<TillRow>[] {
  return [nameColumn, standingColumn(now), ...reportColumns(now), ...exportColumns(now)];
}

/** `OUTLET-TILL`, as on its receipts. */
export function tillName({ outletCode, tillCode }: TillRow): string {
  return `${outletCode}-${tillCode}`;
}

const nameColumn: Column<TillRow> = {
  key: "mesin",
  title: "Mesin",
  cell: (till) => (
    <>
      <Link
        to="/mesin-kasir"
        search={(old) => ({ ...old, mesin: tillName(till) })}
        replace
        resetScroll={false}
      >
        {tillName(till)}
      </Link>
      <span className="soft till-outlet">
        {till.outletName}
        {till.deviceKind === "kiosk" && ` · ${DEVICE_WORD.kiosk}`}
      </span>
    </>
  ),
  sortBy: tillName,
  csv: tillName,
};

function standingColumn(now: number): Column<TillRow> {
  return {
    key: "keadaan",
    title: "Keadaan",
    cell: (till) => <Standings till={till} now={now} />,
    sortBy: (till) => tillRank(till, now),
    csv: (till) =>
      tillStandings(till, now)
        .map(({ word }) => word)
        .join(", "),
  };
}

type StandingsProps = { readonly till: TillRow; readonly now: number };

/** Every problem in words, and for the worst what to do. */
function Standings({ till, now }: StandingsProps): ReactNode {
  const standings = tillStandings(till, now);
  const advice = standings.find((standing) => standing.advice !== null)?.advice ?? null;
  return (
    <div className="till-standings">
      {standings.map(({ tone, word }) => (
        <StateWord key={word} tone={tone}>
          {word}
        </StateWord>
      ))}
      {advice !== null && tillHeap(till, now) === "WRONG" && <p className="soft">{advice}</p>}
    </div>
  );
}

function reportColumns(now: number): Column<TillRow>[] {
  return [
    {
      key: "terdengar",
      title: "Terdengar",
      cell: ({ lastHeardAt }) => (lastHeardAt === null ? "belum" : agoText(lastHeardAt, now)),
      sortBy: ({ lastHeardAt }) => lastHeardAt ?? 0,
      csv: ({ lastHeardAt }) => timeCsv(lastHeardAt),
    },
    {
      key: "belum-terkirim",
      title: "Belum terkirim",
      cell: (till) => unsentWord(till, now),
      sortBy: ({ unsent }) => unsent ?? -1,
      csv: ({ unsent }) => unsent,
    },
    {
      key: "jam",
      title: "Jam mesin",
      cell: ({ clockDriftMs }) => clockWord(clockDriftMs),
      sortBy: ({ clockDriftMs }) => Math.abs(clockDriftMs ?? -1),
      csv: ({ clockDriftMs }) => clockWord(clockDriftMs),
    },
    {
      key: "cadangan",
      title: "Cadangan",
      cell: ({ backupAt }) => (backupAt === null ? "belum ada" : agoText(backupAt, now)),
      sortBy: ({ backupAt }) => backupAt ?? NOWHERE,
      csv: ({ backupAt }) => timeCsv(backupAt),
    },
    {
      key: "tunggu",
      title: "Tertahan",
      numeric: true,
      cell: ({ quarantined }) =>
        quarantined === 0 ? "0" : <Link to="/pemeriksaan">{countText(quarantined)}</Link>,
      sortBy: ({ quarantined }) => quarantined,
      csv: ({ quarantined }) => quarantined,
    },
  ];
}

function exportColumns(now: number): Column<TillRow>[] {
  const only = (key: string, title: string, csv: Column<TillRow>["csv"]): Column<TillRow> => ({
    key,
    title,
    cell: () => null,
    csvOnly: true,
    ...(csv === undefined ? {} : { csv }),
  });
  return [
    only("galeri", "Galeri", ({ outletName }) => outletName),
    only("versi", "Versi", ({ version }) => version),
    only("urut", "Urutan jurnal", ({ headSeq }) => headSeq),
    only("dipakai", "Dipakai", (till) => (tillHeap(till, now) === "UNUSED" ? "tidak" : "ya")),
  ];
}

/** What a till had not sent when it last said so. */
export function unsentWord({ unsent, unsentSince }: TillRow, now: number): string {
  if (unsent === null) return "belum diketahui";
  if (unsent === 0) return "semua terkirim";
  const since = unsentSince === null ? "" : `, sejak ${agoText(unsentSince, now)}`;
  return `${countText(unsent)} catatan${since}`;
}
