import type { TillRow } from "../../../shared/contract/centre-api.ts";
import { PROTOCOL } from "../../../shared/contract/sync.ts";
import { isInUse, type TillProblem, tillProblems } from "../../../shared/domain/till-health.ts";

/** What somebody is told of at once; the rest stands on the tills' page. */
export type AlertKind = Exclude<
  TillProblem,
  "TWIN" | "PROVISIONAL" | "KEY" | "PROTOCOL" | "UNHEARD"
>;
/** Something about a till that a person should look at, in words without a person's name. */
export type FleetAlert = {
  readonly tillId: string;
  readonly kind: AlertKind;
  readonly till: string;
  readonly text: string;
};

const RAISED: Readonly<Record<AlertKind, (till: TillRow) => string>> = {
  FORK: () => "dua riwayat jurnal berbeda",
  CORRUPT: () => "kiriman jurnal rusak",
  SILENT: () => "tidak terdengar lebih dari sehari",
  BACKLOG: ({ unsent }) => `${unsent ?? 0} catatan belum terkirim`,
  CLOCK: () => "jamnya meleset lebih dari 5 menit",
  QUARANTINED: ({ quarantined }) => `${quarantined} catatan menunggu pemeriksaan`,
  DISK: () => "ruang penyimpanannya kurang dari 1 GB",
  BACKUP: () => "cadangannya lebih dari 3 hari",
};
const OVER: Readonly<Record<AlertKind, string>> = {
  FORK: "tidak ada lagi riwayat lain",
  CORRUPT: "kirimannya utuh lagi",
  SILENT: "terdengar lagi",
  BACKLOG: "catatannya sudah terkirim",
  CLOCK: "jamnya sudah tepat",
  QUARANTINED: "tidak ada lagi catatan yang menunggu pemeriksaan",
  DISK: "ruang penyimpanannya cukup lagi",
  BACKUP: "cadangannya sudah baru",
};

/** What is wrong with the tills at a moment. A revoked one is nobody's concern any more. */
export function fleetAlerts(tills: readonly TillRow[], nowMs: number): FleetAlert[] {
  return tills
    .filter(({ state }) => state === "ACTIVE")
    .flatMap((row) => {
      const { tillId, outletCode, tillCode } = row;
      const till = `${outletCode}-${tillCode}`;
      return tillProblems(row, { nowMs, protocol: PROTOCOL })
        .filter(isAlert)
        .map((kind) => ({ tillId, kind, till, text: RAISED[kind](row) }));
    });
}

/** What is said once it is over. */
export function overText(kind: AlertKind, till: Pick<TillRow, "state" | "isClosed">): string {
  return isInUse(till) ? OVER[kind] : "selesai, mesinnya tidak dipakai lagi";
}

function isAlert(problem: TillProblem): problem is AlertKind {
  return problem in RAISED;
}
