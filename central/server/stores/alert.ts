import type { Queryable } from "../database/database.ts";

type AlertKey = { readonly tillId: string; readonly kind: string };

/** Notes that something is wrong, as long as it is; true while nobody was told. */
export async function raiseAlert(
  db: Queryable,
  regencyId: string,
  { tillId, kind, at }: AlertKey & { readonly at: number },
): Promise<boolean> {
  const rows = await db.query<{ told_at: number | null }>(
    `insert into alert (regency_id, till_id, kind, raised_at) values ($1, $2, $3, $4)
     on conflict (regency_id, till_id, kind) do update set ended_at = null
     returning told_at`,
    [regencyId, tillId, kind, at],
  );
  return rows[0]?.told_at === null;
}

/** Notes that it was told. */
export async function noteTold(
  db: Queryable,
  regencyId: string,
  { tillId, kind, at }: AlertKey & { readonly at: number },
): Promise<void> {
  await db.query(
    "update alert set told_at = $4 where regency_id = $1 and till_id = $2 and kind = $3",
    [regencyId, tillId, kind, at],
  );
}

/** Ends every alert that does not stand any more; `standing` holds `tillId kind`. */
export async function endMissing(
  db: Queryable,
  regencyId: string,
  { standing, at }: { readonly standing: readonly string[]; readonly at: number },
): Promise<void> {
  await db.query(
    `update alert set ended_at = $3 where regency_id = $1 and ended_at is null
       and till_id::text || ' ' || kind <> all($2::text[])`,
    [regencyId, standing, at],
  );
}

/** What is over, and whether somebody was told that it began. */
export function endedAlerts(
  db: Queryable,
  regencyId: string,
): Promise<(AlertKey & { readonly till: string; readonly wasTold: boolean })[]> {
  return db.query(
    `select a.till_id as "tillId", a.kind, o.code || '-' || t.till_code as till,
       a.told_at is not null as "wasTold"
     from alert a join till t using (regency_id, till_id)
     join outlet o using (regency_id, outlet_id)
     where a.regency_id = $1 and a.ended_at is not null`,
    [regencyId],
  );
}

/** Forgets what is over and done with. */
export async function forgetAlert(
  db: Queryable,
  regencyId: string,
  { tillId, kind }: AlertKey,
): Promise<void> {
  await db.query("delete from alert where regency_id = $1 and till_id = $2 and kind = $3", [
    regencyId,
    tillId,
    kind,
  ]);
}
