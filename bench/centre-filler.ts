import type { Database } from "../central/server/database/database.ts";

const AT_ONCE = 100_000;
const LANES = 2;
const TILLS = 8;
const PEOPLE = 15_000;
const OFFICES = 60;
const DAYS = 1_095;
const BATCH = 500;

/** Three years of sales at the tills of a regency, the newest yesterday, two in three by an ASN. */
const SOLD = `
  with model as (
    select s.* from till t join sale s using (regency_id, till_id) order by s.seq limit 1
  ),
  counted as (
    select i, m.*, (extract(epoch from now()) * 1000)::bigint - 86400000
      - (($3::bigint - i) * ${DAYS} * 86400000.0 / $3)::bigint as sold_at
    from generate_series($1::bigint, $2::bigint - 1) i cross join model m
  ),
  sold as (
    select c.*, (i % ${TILLS})::int as till_no, i / ${TILLS} + 1 as till_seq,
      (lpad(to_hex(sold_at), 12, '0') || '7' || lpad(to_hex(i & 4095), 3, '0') || '8'
        || lpad(to_hex(i), 15, '0'))::uuid as id,
      md5('till' || i % ${TILLS})::uuid as till,
      to_timestamp(sold_at / 1000) at time zone 'Asia/Jakarta' as local_at,
      case when i % 3 > 0 then md5('person' || (i * 31) % ${PEOPLE})::uuid end as person
    from counted c
  )`;

const ENTRIES = `${SOLD}
  insert into journal_entry (regency_id, till_id, seq, kind, at, prev_hash, hash, signature,
    receipt_signature, body, encoded, received_at)
  select s.regency_id, s.till, s.till_seq, e.kind, s.sold_at,
    encode(sha256((s.till_no || ' ' || s.till_seq - 1)::bytea), 'hex'),
    encode(sha256((s.till_no || ' ' || s.till_seq)::bytea), 'hex'),
    e.signature, e.receipt_signature, e.body, e.encoded, s.sold_at
  from sold s join journal_entry e
    on e.regency_id = s.regency_id and e.till_id = s.till_id and e.seq = s.seq`;

const SALES = `${SOLD}
  insert into sale (regency_id, sale_id, till_id, seq, number, at, day, period, outlet_id,
    shift_id, cashier_id, feed_seq, buyer_kind, person_id, office_id, assurance, card_serial, proxy,
    match, clock, total, counted, till_counted, change, state, code, till_total)
  select regency_id, id, till, till_seq, number, sold_at, to_char(local_at, 'YYYY-MM-DD'),
    to_char(local_at, 'YYYY-MM'), outlet_id, shift_id, cashier_id, feed_seq,
    case when person is null then 'PUBLIC' else 'ASN' end, person,
    case when person is not null then md5('office' || i % ${OFFICES})::uuid end, assurance,
    card_serial, proxy, match, clock, total, total, total, change, state, code, till_total
  from sold`;

const LINES = `${SOLD}
  insert into sale_line (regency_id, sale_id, no, product_id, maker_id, qty, unit_price,
    line_discount, sale_discount, net, till_may_count, counts, share_bp)
  select s.regency_id, s.id, l.no, l.product_id, l.maker_id, l.qty, l.unit_price, l.line_discount,
    l.sale_discount, l.net, l.till_may_count, l.counts, l.share_bp
  from sold s join sale_line l on l.regency_id = s.regency_id and l.sale_id = s.sale_id`;

const TENDERS = `${SOLD}
  insert into tender (regency_id, sale_id, no, kind, amount, confirmed_by)
  select s.regency_id, s.id, t.no, t.kind, t.amount, t.confirmed_by
  from sold s join tender t on t.regency_id = s.regency_id and t.sale_id = s.sale_id`;

/** What the sales led to, once they are all there. */
const AFTER = [
  `insert into till_day (regency_id, day, till_id, sales, total)
   select regency_id, day, till_id, count(*), sum(total) from sale group by 1, 2, 3
   on conflict do nothing`,
  `insert into person_month (regency_id, period, person_id, sales, total, counted)
   select regency_id, period, person_id, count(*), sum(total), sum(counted)
   from sale where person_id is not null group by 1, 2, 3 on conflict do nothing`,
  `insert into office_month (regency_id, period, office_id, sales, total, counted)
   select regency_id, period, office_id, count(*), sum(total), sum(counted)
   from sale where office_id is not null group by 1, 2, 3 on conflict do nothing`,
  `insert into countersigned_head (regency_id, till_id, seq, hash, centre_key_id, received_at,
     signature)
   select e.regency_id, e.till_id, e.seq, e.hash, h.centre_key_id, e.received_at, h.signature
   from journal_entry e
   cross join (select centre_key_id, signature from countersigned_head limit 1) h
   where e.seq % ${BATCH} = 0 on conflict do nothing`,
  "analyze",
  "checkpoint",
];

/**
 * Gives a centre so many sales of four lines, after the model of the first one that a till brought:
 * rows as pushes leave them, with keys in the order of time, but without signatures that hold.
 */
export async function fillCentre(database: Database, sales: number): Promise<void> {
  const starts = Array.from({ length: Math.ceil(sales / AT_ONCE) }, (_, at) => at * AT_ONCE);
  for (const sql of [ENTRIES, SALES, LINES, TENDERS]) {
    const left = [...starts];
    const lane = async (): Promise<void> => {
      for (let from = left.shift(); from !== undefined; from = left.shift()) {
        await untimed(database, sql, [from, Math.min(from + AT_ONCE, sales), sales]);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }
  for (const sql of AFTER) await untimed(database, sql);
}

/** Without the limit that the centre sets itself: these statements may take minutes. */
async function untimed(database: Database, sql: string, params: readonly number[] = []) {
  await database.transaction(async (tx) => {
    await tx.query("set local statement_timeout = 0");
    await tx.query(sql, params);
  });
}
