import type { OpenPeriodRow } from "../../../shared/contract/quarantine-api.ts";
import { queryOne, type Queryable } from "../database/database.ts";

const OPEN = "s.state = 'ACCEPTED' and s.code = 'PERIOD_PENDING'";

/** Sales that wait for a person to say which month they belong to, oldest first. */
export function openPeriodRows(db: Queryable, regencyId: string): Promise<OpenPeriodRow[]> {
  return db.query<OpenPeriodRow>(
    `select s.till_id as "tillId", s.seq, s.sale_id as "saleId", o.name as "outletName",
       t.till_code as "tillCode", s.number, s.at, e.received_at as "receivedAt",
       b.at as "beforeAt", s.period, s.total, s.counted
     from sale s
     join till t using (regency_id, till_id)
     join outlet o on o.regency_id = t.regency_id and o.outlet_id = t.outlet_id
     join journal_entry e on e.regency_id = s.regency_id and e.till_id = s.till_id and e.seq = s.seq
     left join journal_entry b on b.regency_id = s.regency_id and b.till_id = s.till_id
       and b.seq = s.seq - 1
     where s.regency_id = $1 and ${OPEN}
     order by e.received_at, s.till_id, s.seq limit 1000`,
    [regencyId],
  );
}

/** True when the sale of an entry waits for its month. */
export async function isPeriodOpenAt(
  db: Queryable,
  { regencyId, tillId }: { readonly regencyId: string; readonly tillId: string },
  seq: number,
): Promise<boolean> {
  const row = await queryOne(
    db,
    `select s.sale_id from sale s
     where s.regency_id = $1 and s.till_id = $2 and s.seq = $3 and ${OPEN}`,
    [regencyId, tillId, seq],
  );
  return row !== null;
}
