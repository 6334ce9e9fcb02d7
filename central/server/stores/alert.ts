import type { AlertKind } from "../alerts/fleet-alerts.ts";
import type { Queryable } from "../database/database.ts";

type AlertKey = { readonly tillId: string; readonly kind: AlertKind };
/** Whose alerts: a way of telling keeps its own. */
export type AlertBook = { readonly regencyId: string; readonly channel: string };

const IS_ONE = "regency_id = $1 and channel = $2 and till_id = $3 and kind = $4";

/** Notes that something is wrong, as long as it is; true while nobody was told. */
export async function raiseAlert(
  db: Queryable,
  { regencyId, channel }: AlertBook,
  { tillId, kind, at }: AlertKey & { readonly at: number },
): Promise<boolean> {
  const rows = await db.query<{ told_at: number | null }>(
    `insert into alert (regency_id, channel, till_id, kind, raised_at) values ($1, $2, $3, $4, $5)
     on conflict (regency_id, channel, till_id, kind) do update set ended_at = null
     returning told_at`,
    [regencyId, channel, tillId, kind, at],
  );
  return rows[0]?.told_at === null;
}

/** Notes that it was told. */
export async function noteTold(
  db: Queryable,
  { regencyId, channel }: AlertBook,
  { tillId, kind, at }: AlertKey & { readonly at: number },
): Promise<void> {
  await db.query(`update alert set told_at = $5 where ${IS_ONE}`, [
    regencyId,
    channel,
    tillId,
    kind,
    at,
  ]);
}

/** Ends every alert that does not stand any more; `standing` holds `tillId kind`. */
export async function endMissing(
  db: Queryable,
  { regencyId, channel }: AlertBook,
  { standing, at }: { readonly standing: readonly string[]; readonly at: number },
): Promise<void> {
  await db.query(
    `update alert set ended_at = $4 where regency_id = $1 and channel = $2 and ended_at is null
       and till_id::text || ' ' || kind <> all($3::text[])`,
    [regencyId, channel, standing, at],
  );
}

type EndedAlert = AlertKey & {
  readonly till: string;
  readonly state: "ACTIVE" | "REVOKED";
  readonly isClosed: boolean;
  readonly wasTold: boolean;
};

/** What is over, and whether somebody was told that it began. */
export function endedAlerts(
  db: Queryable,
  { regencyId, channel }: AlertBook,
): Promise<EndedAlert[]> {
  return db.query(
    `select a.till_id as "tillId", a.kind, o.code || '-' || t.till_code as till,
       t.state, t.closed_seq is not null as "isClosed", a.told_at is not null as "wasTold"
     from alert a join till t using (regency_id, till_id)
     join outlet o using (regency_id, outlet_id)
     where a.regency_id = $1 and a.channel = $2 and a.ended_at is not null
     order by till, a.kind`,
    [regencyId, channel],
  );
}

/** Forgets what is over and done with. */
export async function forgetAlert(
  db: Queryable,
  { regencyId, channel }: AlertBook,
  { tillId, kind }: AlertKey,
): Promise<void> {
  await db.query(`delete from alert where ${IS_ONE}`, [regencyId, channel, tillId, kind]);
}
