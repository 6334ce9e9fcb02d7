/** What can be wrong with a till, worst first. */
export const TILL_PROBLEMS = [
  /** the centre holds another history of it: a copy, or an older file */
  "FORK",
  /** what it sent does not hash to what it said */
  "CORRUPT",
  "SILENT",
  "BACKLOG",
  "CLOCK",
  "QUARANTINED",
  "DISK",
  "BACKUP",
  /** its file goes on from a till that wrote on elsewhere */
  "TWIN",
  /** went on from another without the centre, vouched for by that one's key alone: told for a week */
  "PROVISIONAL",
  /** keys lie where the operating system does not guard them */
  "KEY",
  "PROTOCOL",
  "UNHEARD",
] as const;
export type TillProblem = (typeof TILL_PROBLEMS)[number];

/** What is known of a till; null: it never said, or its version does not say. */
export type TillFacts = {
  readonly state: "ACTIVE" | "REVOKED";
  readonly isClosed: boolean;
  readonly alarm: "FORK" | "CORRUPT" | null;
  readonly lastHeardAt: number | null;
  readonly unsent: number | null;
  readonly unsentSince: number | null;
  readonly clockDriftMs: number | null;
  readonly quarantined: number;
  readonly backupAt: number | null;
  readonly diskFreeBytes: number | null;
  readonly isKeyProtected: boolean | null;
  readonly protocol: number | null;
  /** when a till was certified that went on without the centre; null for any other */
  readonly provisionalSince: number | null;
  readonly resumedFrom: { readonly standing: "HELD" | "AHEAD" | "OTHER" } | null;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const BACKLOG_ENTRIES = 1_000;
const CLOCK_OFF_MS = 5 * MINUTE_MS;
const BACKUP_OLD_MS = 3 * DAY_MS;
const PROVISIONAL_TOLD_MS = 7 * DAY_MS;
const DISK_LOW_BYTES = 1024 ** 3;

/** Whether a till is still meant to sell. */
export function isInUse({ state, isClosed }: Pick<TillFacts, "state" | "isClosed">): boolean {
  return state === "ACTIVE" && !isClosed;
}

/**
 * What is wrong with a till at a moment, worst first. Of one that is not used any more only what still
 * waits for a person. `protocol` is the one the centre speaks.
 */
export function tillProblems(
  till: TillFacts,
  { nowMs, protocol }: { readonly nowMs: number; readonly protocol: number },
): TillProblem[] {
  const isOver = (atMs: number | null, limitMs: number) => atMs !== null && nowMs - atMs > limitMs;
  const waits: Partial<Record<TillProblem, boolean>> = {
    FORK: till.alarm === "FORK" && till.state === "ACTIVE",
    CORRUPT: till.alarm === "CORRUPT" && till.state === "ACTIVE",
    QUARANTINED: till.quarantined > 0,
  };
  const stands: Partial<Record<TillProblem, boolean>> = {
    UNHEARD: till.lastHeardAt === null,
    SILENT: isOver(till.lastHeardAt, DAY_MS),
    BACKLOG: (till.unsent ?? 0) >= BACKLOG_ENTRIES || isOver(till.unsentSince, DAY_MS),
    CLOCK: Math.abs(till.clockDriftMs ?? 0) > CLOCK_OFF_MS,
    DISK: till.diskFreeBytes !== null && till.diskFreeBytes < DISK_LOW_BYTES,
    BACKUP: isOver(till.backupAt, BACKUP_OLD_MS),
    TWIN: till.resumedFrom?.standing === "OTHER",
    PROVISIONAL:
      till.provisionalSince !== null && !isOver(till.provisionalSince, PROVISIONAL_TOLD_MS),
    KEY: till.isKeyProtected === false,
    PROTOCOL: till.protocol !== null && till.protocol < protocol,
  };
  const known = isInUse(till) ? { ...waits, ...stands } : waits;
  return TILL_PROBLEMS.filter((problem) => known[problem] === true);
}
