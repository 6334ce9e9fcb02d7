import type { CardBindingRow } from "../../../shared/contract/centre-api.ts";
import type { Queryable } from "../database/database.ts";

/** Bound cards with the people concerned: what waits for a decision first, then the newest. */
export function bindingRows(db: Queryable, regencyId: string): Promise<CardBindingRow[]> {
  return db.query<CardBindingRow>(
    `select b.till_id as "tillId", b.seq, o.name as "outletName", t.till_code as "tillCode",
       b.bound_at as "boundAt", b.state, b.reason, b.decided_at as "decidedAt",
       bound.name as "boundBy", allowed.name as "allowedBy", u.name as "decidedBy",
       p.name as "personName", right(p.nip, 4) as "nipLast4", office.name as "officeName",
       rival.name as "rivalName"
     from card_binding b
     join till t using (regency_id, till_id)
     join outlet o using (regency_id, outlet_id)
     left join person p on p.regency_id = b.regency_id and p.person_id = b.person_id
     left join lateral (
       select f.name from person_term pt
       join office f on f.regency_id = pt.regency_id and f.office_id = pt.office_id
       where pt.regency_id = b.regency_id and pt.person_id = b.person_id
       order by pt.from_date desc limit 1
     ) office on true
     left join lateral (
       select min(c.name) as name from cashier c
       where c.regency_id = b.regency_id and c.cashier_id = b.bound_by
     ) bound on true
     left join lateral (
       select min(c.name) as name from cashier c
       where c.regency_id = b.regency_id and c.cashier_id = b.allowed_by
     ) allowed on true
     left join centre_user u on u.regency_id = b.regency_id and u.user_id = b.decided_by
     left join lateral (
       select rp.name from card_binding other
       join person rp on rp.regency_id = other.regency_id and rp.person_id = other.person_id
       where b.state = 'CONFLICT' and other.regency_id = b.regency_id and other.hash = b.hash
         and other.state in ('PENDING', 'APPROVED')
     ) rival on true
     where b.regency_id = $1
     order by b.state in ('PENDING', 'CONFLICT') desc, coalesce(b.decided_at, b.bound_at) desc
     limit 1000`,
    [regencyId],
  );
}
