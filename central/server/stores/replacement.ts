import { queryOne, type Queryable } from "../database/database.ts";
import type { TillRecord } from "./till.ts";

type TillKey = Pick<TillRecord, "regencyId" | "tillId">;

/**
 * SQL for the tills that took the place of till `t`: they go on from its chain, or were enrolled to and
 * are not revoked.
 */
export const TOOK_ITS_PLACE = `(
  select s.till_id from succession s
    where s.regency_id = t.regency_id and s.old_till_id = t.till_id
  union
  select e.till_id from enrolment e join till n using (regency_id, till_id)
    where e.regency_id = t.regency_id and e.replaces_till_id = t.till_id and n.state = 'ACTIVE')`;

/** Whether another till took this one's place. */
export async function isReplaced(db: Queryable, { regencyId, tillId }: TillKey): Promise<boolean> {
  const row = await queryOne<{ taken: boolean }>(
    db,
    `select exists ${TOOK_ITS_PLACE} as taken from till t
     where t.regency_id = $1 and t.till_id = $2`,
    [regencyId, tillId],
  );
  return row?.taken === true;
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
