import { queryOne, type Queryable } from "../database/database.ts";
import type { TillRecord } from "./till.ts";

type TillKey = Pick<TillRecord, "regencyId" | "tillId">;

/**
 * SQL for the tills that took the place of till `t`: they go on from its chain, were enrolled to and are
 * not revoked, or were vouched for by its key and not kept aside from their first entry on.
 */
export const TOOK_ITS_PLACE = `(
  select s.till_id from succession s
    where s.regency_id = t.regency_id and s.old_till_id = t.till_id
  union
  select e.till_id from enrolment e join till n using (regency_id, till_id)
    where e.regency_id = t.regency_id and e.replaces_till_id = t.till_id and n.state = 'ACTIVE'
  union
  select p.till_id from till p
    where p.regency_id = t.regency_id and p.provisional_of = t.till_id
      and p.revoked_after_seq is distinct from 0)`;

/** Whether another till took this one's place. */
export async function isReplaced(db: Queryable, till: TillKey): Promise<boolean> {
  return (await successorOf(db, till)) !== null;
}

/** The newest till that took this one's place, or null. */
export async function successorOf(
  db: Queryable,
  { regencyId, tillId }: TillKey,
): Promise<string | null> {
  const row = await queryOne<{ successor: string }>(
    db,
    `select c.till_id as successor from till t join till c using (regency_id)
     where t.regency_id = $1 and t.till_id = $2 and c.till_id in ${TOOK_ITS_PLACE}
     order by c.enrolled_at desc limit 1`,
    [regencyId, tillId],
  );
  return row?.successor ?? null;
}

/** The till that this one was enrolled to replace, or null. */
export async function replacedBy(
  db: Queryable,
  { regencyId, tillId }: TillKey,
): Promise<string | null> {
  const row = await queryOne<{ replaced: string }>(
    db,
    `select replaces_till_id as replaced from enrolment
     where regency_id = $1 and till_id = $2 and replaces_till_id is not null`,
    [regencyId, tillId],
  );
  return row?.replaced ?? null;
}
