import type { QuarantineRow, TillRow } from "../../../shared/contract/centre-api.ts";
import type { Queryable } from "../database/database.ts";
import { WAITS } from "./quarantine.ts";
import { TOOK_ITS_PLACE } from "./replacement.ts";

/** All tills with what a person needs to see at a glance. */
export function tillRows(db: Queryable, regencyId: string, today: string): Promise<TillRow[]> {
  return db.query<TillRow>(
    `select t.till_id as "tillId", o.name as "outletName", o.code as "outletCode",
       t.till_code as "tillCode", t.device_kind as "deviceKind", t.state,
       t.closed_seq is not null as "isClosed",
       t.last_heard_at as "lastHeardAt", t.version, t.protocol, h.seq as "headSeq",
       coalesce(d.sales, 0) as "salesToday", coalesce(w.waiting, 0) as quarantined,
       coalesce(w.number_gaps, 0) as "numberGaps",
       t.alarm, 0 - r.clock_offset_ms as "clockDriftMs", r.reported_at as "reportedAt", r.unsent,
       r.unsent_since as "unsentSince", r.backup_at as "backupAt",
       (select t.key_asked_at where t.key_to_change = (select k.key_id from till_certificate k
          where k.regency_id = t.regency_id and k.till_id = t.till_id
          order by k.from_seq desc limit 1)) as "keyAskedAt",
       r.disk_free_bytes as "diskFreeBytes", r.key_protected as "isKeyProtected",
       case when t.provisional_of is not null then t.enrolled_at end as "provisionalSince",
       (select json_build_object('till', ${codeOf("f")}, 'standing', s.standing)
          from succession s join till f on f.regency_id = s.regency_id and f.till_id = s.old_till_id
          where s.regency_id = t.regency_id and s.till_id = t.till_id) as "resumedFrom",
       (select ${codeOf("c")} from till c where c.regency_id = t.regency_id and c.till_id in ${TOOK_ITS_PLACE}
          order by c.enrolled_at desc limit 1) as "continuedBy"
     from till t
     join outlet o using (regency_id, outlet_id)
     join till_head h using (regency_id, till_id)
     left join till_report r using (regency_id, till_id)
     left join till_day d on d.regency_id = t.regency_id and d.till_id = t.till_id and d.day = $2
     left join (select q.till_id, count(*) as waiting,
         count(*) filter (where q.code = 'ENTRY_NUMBER') as number_gaps
       from quarantine q where q.regency_id = $1 and ${WAITS} group by q.till_id) w
       on w.till_id = t.till_id
     where t.regency_id = $1 order by o.name, t.till_code`,
    [regencyId, today],
  );
}

/** `OUTLET-TILL` of a till under an alias. */
function codeOf(till: string): string {
  return `(select x.code from outlet x where x.regency_id = ${till}.regency_id
    and x.outlet_id = ${till}.outlet_id) || '-' || ${till}.till_code`;
}

/** Entries that wait for a person, newest first. */
export function quarantineRows(db: Queryable, regencyId: string): Promise<QuarantineRow[]> {
  return db.query<QuarantineRow>(
    `select q.till_id as "tillId", o.name as "outletName", t.till_code as "tillCode", q.seq,
       coalesce(e.kind, '?') as kind, q.code, q.received_at as "receivedAt",
       s.sale_id as "saleId"
     from quarantine q
     join journal_entry e using (regency_id, till_id, seq)
     join till t using (regency_id, till_id)
     join outlet o using (regency_id, outlet_id)
     left join sale s
       on s.regency_id = q.regency_id and s.till_id = q.till_id and s.seq = q.seq
     where q.regency_id = $1 and ${WAITS} order by q.received_at desc, q.till_id, q.seq limit 1000`,
    [regencyId],
  );
}
