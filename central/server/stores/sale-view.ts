import type { ReversalRow, SaleRow } from "../../../shared/contract/centre-api.ts";
import { queryOne, type Queryable } from "../database/database.ts";

const ROW = `select s.sale_id as "saleId", s.number, s.at, o.name as "outletName",
    t.till_code as "tillCode", s.buyer_kind as "buyerKind", p.name as "buyerName", s.assurance,
    s.total, s.counted, s.state, s.code, back."isVoided", back."takenBack"`;
const FROM = `from sale s
  join till t using (regency_id, till_id)
  join outlet o on o.regency_id = s.regency_id and o.outlet_id = t.outlet_id
  left join person p on p.regency_id = s.regency_id and p.person_id = s.person_id
  cross join lateral (
    select coalesce(bool_or(r.kind = 'VOID'), false) as "isVoided",
      coalesce(sum(r.took), 0)::bigint as "takenBack"
    from reversal r
    where r.regency_id = s.regency_id and r.sale_id = s.sale_id and r.state = 'ACCEPTED'
  ) back`;

/** Where a page of a day's sales ends: pass it back for the next one. */
export type SaleCursor = { readonly at: number; readonly saleId: string };

/** A day's sales, newest first, after a cursor. */
export function salesOfDay(
  db: Queryable,
  regencyId: string,
  wanted: { readonly day: string; readonly after: SaleCursor | null; readonly limit: number },
): Promise<SaleRow[]> {
  const { day, after, limit } = wanted;
  return db.query<SaleRow>(
    `${ROW} ${FROM}
     where s.regency_id = $1 and s.day = $2
       and ($3::bigint is null or (s.at, s.sale_id) < ($3, $4::uuid))
     order by s.at desc, s.sale_id desc limit $5`,
    [regencyId, day, after?.at ?? null, after?.saleId ?? null, limit],
  );
}

/** A person's sales of a month, newest first. */
export function salesOfPerson(
  db: Queryable,
  regencyId: string,
  wanted: { readonly personId: string; readonly period: string },
): Promise<SaleRow[]> {
  return db.query<SaleRow>(
    `${ROW} ${FROM}
     where s.regency_id = $1 and s.person_id = $2 and s.period = $3
     order by s.at desc, s.sale_id desc limit 1000`,
    [regencyId, wanted.personId, wanted.period],
  );
}

/** One sale with what its page shows beside lines, tenders and journal entry. */
export type SaleHeader = SaleRow & {
  readonly period: string;
  readonly personId: string | null;
  readonly officeId: string | null;
  readonly officeName: string | null;
  readonly cashierName: string | null;
  readonly change: number;
  readonly tillCounted: number;
  readonly tillId: string;
  readonly seq: number;
};

/** The head of one sale's page, or null. */
export function saleHeader(
  db: Queryable,
  regencyId: string,
  saleId: string,
): Promise<SaleHeader | null> {
  return queryOne<SaleHeader>(
    db,
    `${ROW}, s.period, s.person_id as "personId", s.office_id as "officeId",
       f.name as "officeName", c.name as "cashierName", s.change,
       s.till_counted as "tillCounted", s.till_id as "tillId", s.seq
     ${FROM}
     left join office f on f.regency_id = s.regency_id and f.office_id = s.office_id
     left join cashier c on c.regency_id = s.regency_id and c.cashier_id = s.cashier_id
       and c.outlet_id = t.outlet_id
     where s.regency_id = $1 and s.sale_id = $2`,
    [regencyId, saleId],
  );
}

/** The lines of a sale in order. */
export function saleLines(db: Queryable, regencyId: string, saleId: string) {
  return db.query<{
    no: number;
    productName: string;
    makerName: string;
    qty: number;
    unitPrice: number;
    discount: number;
    net: number;
    counts: boolean;
  }>(
    `select l.no, coalesce(p.name, '?') as "productName", coalesce(m.name, '?') as "makerName",
       l.qty, l.unit_price as "unitPrice", l.line_discount + l.sale_discount as discount, l.net,
       l.counts
     from sale_line l
     left join product p using (regency_id, product_id)
     left join maker m on m.regency_id = l.regency_id and m.maker_id = l.maker_id
     where l.regency_id = $1 and l.sale_id = $2 order by l.no`,
    [regencyId, saleId],
  );
}

/** The tenders of a sale in order. */
export function saleTenders(db: Queryable, regencyId: string, saleId: string) {
  return db.query<{ no: number; kind: string; amount: number }>(
    `select no, kind, amount from tender where regency_id = $1 and sale_id = $2 order by no`,
    [regencyId, saleId],
  );
}

/** What was taken back of a sale, in the order of the entries. */
export async function saleReversals(
  db: Queryable,
  regencyId: string,
  saleId: string,
): Promise<ReversalRow[]> {
  const rows = await db.query<Omit<ReversalRow, "lines">>(
    `select r.seq, r.kind, r.number, r.at, c.name as "cashierName",
       a.name as "approverName", r.reason, r.alone, r.total, r.took, r.counted, r.state, r.code
     from reversal r
     join till t using (regency_id, till_id)
     left join cashier c on c.regency_id = r.regency_id and c.cashier_id = r.cashier_id
       and c.outlet_id = t.outlet_id
     left join cashier a on a.regency_id = r.regency_id and a.cashier_id = r.approver_id
       and a.outlet_id = t.outlet_id
     where r.regency_id = $1 and r.sale_id = $2 order by r.seq`,
    [regencyId, saleId],
  );
  const lines = await db.query<ReversalRow["lines"][number] & { seq: number }>(
    `select l.seq, l.original_no as "originalNo", l.qty, l.condition
     from reversal r join reversal_line l using (regency_id, till_id, seq)
     where r.regency_id = $1 and r.sale_id = $2 order by l.seq, l.no`,
    [regencyId, saleId],
  );
  return rows.map((row) => ({
    ...row,
    lines: lines.filter(({ seq }) => seq === row.seq).map(({ seq: _seq, ...line }) => line),
  }));
}
