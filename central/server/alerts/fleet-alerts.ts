import type { TillRow } from "../../../shared/contract/centre-api.ts";

export type AlertKind = "ALARM" | "SILENT" | "BACKLOG" | "CLOCK" | "QUARANTINED" | "BACKUP";
/** Something about a till that a person should look at, in words without a person's name. */
export type FleetAlert = {
  readonly tillId: string;
  readonly kind: AlertKind;
  readonly till: string;
  readonly text: string;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const BACKLOG_ENTRIES = 1_000;
const CLOCK_OFF_MS = 5 * MINUTE_MS;
const BACKUP_OLD_MS = 3 * DAY_MS;

/** What is wrong with the tills at a moment. A revoked one is nobody's concern any more. */
export function fleetAlerts(tills: readonly TillRow[], nowMs: number): FleetAlert[] {
  return tills
    .filter(({ state }) => state === "ACTIVE")
    .flatMap((till) =>
      faults(till, nowMs).map(([kind, text]) => {
        const name = `${till.outletCode}-${till.tillCode}`;
        return { tillId: till.tillId, kind, till: name, text };
      }),
    );
}

function faults(till: TillRow, nowMs: number): (readonly [AlertKind, string])[] {
  const isOver = (atMs: number | null, limitMs: number) => atMs !== null && nowMs - atMs > limitMs;
  const { lastHeardAt, unsent, unsentSince, clockDriftMs, quarantined, backupAt } = till;
  const hasBacklog = (unsent ?? 0) >= BACKLOG_ENTRIES || isOver(unsentSince, DAY_MS);
  return [
    ...when(till.alarm === "FORK", "ALARM", "dua riwayat jurnal berbeda"),
    ...when(till.alarm === "CORRUPT", "ALARM", "kiriman jurnal rusak"),
    ...when(isOver(lastHeardAt, DAY_MS), "SILENT", "tidak terdengar lebih dari sehari"),
    ...when(hasBacklog, "BACKLOG", `${unsent ?? 0} catatan belum terkirim`),
    ...when(
      Math.abs(clockDriftMs ?? 0) > CLOCK_OFF_MS,
      "CLOCK",
      "jamnya meleset lebih dari 5 menit",
    ),
    ...when(quarantined > 0, "QUARANTINED", `${quarantined} catatan menunggu pemeriksaan`),
    ...when(isOver(backupAt, BACKUP_OLD_MS), "BACKUP", "cadangannya lebih dari 3 hari"),
  ];
}

function when(isSo: boolean, kind: AlertKind, text: string): (readonly [AlertKind, string])[] {
  return isSo ? [[kind, text]] : [];
}
