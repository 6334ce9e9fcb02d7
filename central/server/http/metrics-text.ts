import type { TillRow } from "../../../shared/contract/centre-api.ts";

/** Requests answered, by `procedure status`. */
export type Requests = Map<string, { readonly count: number; readonly seconds: number }>;

/** One measure with its values. */
export type Gauge = {
  readonly name: string;
  readonly help: string;
  readonly values: readonly {
    readonly labels: Readonly<Record<string, string>>;
    readonly value: number;
  }[];
};

/** How many requests were answered how, and how long they took together. */
export function requestGauges(requests: Requests): Gauge[] {
  const rows = [...requests].map(([key, told]) => {
    const [procedure = "", status = ""] = key.split(" ");
    return { labels: { procedure, status }, ...told };
  });
  return [
    {
      name: "belabeli_requests",
      help: "Requests answered since the start",
      values: rows.map(({ labels, count }) => ({ labels, value: count })),
    },
    {
      name: "belabeli_request_seconds",
      help: "Seconds spent on them",
      values: rows.map(({ labels, seconds }) => ({ labels, value: seconds })),
    },
  ];
}

/** How each till stands, by its code; what it never said is left out. */
export function fleetGauges(tills: readonly TillRow[], nowMs: number): Gauge[] {
  const ago = (atMs: number | null) => (atMs === null ? null : (nowMs - atMs) / 1_000);
  const of = (name: string, help: string, valueOf: (till: TillRow) => number | null): Gauge => ({
    name: `belabeli_till_${name}`,
    help,
    values: tills.flatMap((till) => {
      const value = valueOf(till);
      return value === null ? [] : [{ labels: { till: codeOf(till) }, value }];
    }),
  });
  return [
    of("silent_seconds", "Seconds since the till was heard", (till) => ago(till.lastHeardAt)),
    of("head_seq", "Entries of the till at the centre", (till) => till.headSeq),
    of("unsent_entries", "Entries the till last said it had not sent", (till) => till.unsent),
    of("quarantined_entries", "Entries kept aside for a person", (till) => till.quarantined),
    of("alarm", "1 while a fork or corruption waits for a person", (till) =>
      till.alarm === null ? 0 : 1,
    ),
    of("revoked", "1 once the till is revoked", (till) => (till.state === "REVOKED" ? 1 : 0)),
    of("clock_drift_seconds", "The till's clock minus the centre's", (till) =>
      till.clockDriftMs === null ? null : till.clockDriftMs / 1_000,
    ),
    of("backup_age_seconds", "Seconds since the till's newest backup", (till) =>
      ago(till.backupAt),
    ),
    of("disk_free_bytes", "Room on the disk of the till", (till) => till.diskFreeBytes),
    of("keys_protected", "1 while its operating system guards the till's keys", (till) =>
      till.isKeyProtected === null ? null : Number(till.isKeyProtected),
    ),
    of("closed", "1 once the till was taken out of service", (till) => Number(till.isClosed)),
  ];
}

function codeOf({ outletCode, tillCode }: TillRow): string {
  return `${outletCode}-${tillCode}`;
}
