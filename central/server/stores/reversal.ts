import { columns, queryOne, type Queryable, type Transaction } from "../database/database.ts";
import type { Original, OriginalLine, ReversalFacts } from "../journal/reversal-facts.ts";

type TillKey = { readonly regencyId: string; readonly tillId: string };

const COLUMNS = [
  "seq",
  "kind",
  "saleId",
  "number",
  "atMs",
  "day",
  "period",
  "month",
  "shiftId",
  "cashierId",
  "approverId",
  "reason",
  "alone",
  "total",
  "took",
  "counted",
  "tillCounted",
  "state",
  "code",
] as const;

/** Writes derived reversals with their lines. One of the same entry is brought up to date. */
export async function saveReversals(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  reversals: readonly ReversalFacts[],
): Promise<void> {
  if (reversals.length === 0) return;
  await tx.query(
    `insert into reversal (regency_id, till_id, seq, kind, sale_id, number, at, day, period, month,
       shift_id, cashier_id, approver_id, reason, alone, total, took, counted, till_counted, state,
       code)
     select $1, $2::uuid, * from unnest($3::bigint[], $4::text[], $5::uuid[], $6::text[],
       $7::bigint[], $8::text[], $9::text[], $10::text[], $11::uuid[], $12::uuid[], $13::uuid[],
       $14::text[], $15::boolean[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[],
       $20::text[], $21::text[])
     on conflict (regency_id, till_id, seq) do update
     set state = excluded.state, code = excluded.code, took = excluded.took,
       counted = excluded.counted, month = excluded.month`,
    [regencyId, tillId, ...columns(reversals.map(reversalColumns), COLUMNS)],
  );
  await saveLines(tx, { regencyId, tillId }, reversals);
}

async function saveLines(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  reversals: readonly ReversalFacts[],
): Promise<void> {
  const lines = reversals.flatMap(({ seq, lines: taken }) =>
    taken.map(({ makerId: _makerId, ...line }, index) => ({ seq, no: index + 1, ...line })),
  );
  await tx.query(
    `insert into reversal_line (regency_id, till_id, seq, no, original_no, qty, refund, condition,
       took_qty, took_net)
     select $1, $2::uuid, * from unnest($3::bigint[], $4::integer[], $5::integer[], $6::integer[],
       $7::bigint[], $8::text[], $9::integer[], $10::bigint[])
     on conflict (regency_id, till_id, seq, no) do update
     set took_qty = excluded.took_qty, took_net = excluded.took_net`,
    [
      regencyId,
      tillId,
      ...columns(lines, [
        "seq",
        "no",
        "originalNo",
        "qty",
        "refund",
        "condition",
        "tookQty",
        "tookNet",
      ]),
    ],
  );
}

function reversalColumns(facts: ReversalFacts) {
  const { seq, body, atMs, day, month, took, counted, state, code } = facts;
  const { kind, original, period, shiftId, actorId, reason, total } = body;
  return {
    seq,
    kind,
    atMs,
    day,
    period,
    month,
    shiftId,
    reason,
    total,
    took,
    counted,
    state,
    code,
    saleId: original.saleId,
    number: kind === "RETURN" ? body.number : null,
    cashierId: actorId,
    approverId: body.approval?.approverId ?? null,
    alone: kind === "VOID" && body.alone,
    tillCounted: body.counted,
  };
}

/** The month that each reversal of a till was decided to reduce, by seq. */
export async function decidedMonths(
  db: Queryable,
  { regencyId, tillId }: TillKey,
): Promise<Map<number, string>> {
  const rows = await db.query<{ seq: number; month: string }>(
    `select seq, month from reversal
     where regency_id = $1 and till_id = $2::uuid and month is not null`,
    [regencyId, tillId],
  );
  return new Map(rows.map(({ seq, month }) => [seq, month]));
}

/** What accepted reversals took back of the sale of an entry, or null. */
export async function takenBack(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  seq: number,
): Promise<{ isVoided: boolean; total: number; took: number; lastAt: number } | null> {
  return queryOne(
    db,
    `select bool_or(r.kind = 'VOID') as "isVoided", s.total, sum(r.took)::bigint as took,
       max(r.at) as "lastAt"
     from sale s
     join reversal r on r.regency_id = s.regency_id and r.sale_id = s.sale_id
       and r.state = 'ACCEPTED'
     where s.regency_id = $1 and s.till_id = $2::uuid and s.seq = $3
     group by s.sale_id, s.total`,
    [regencyId, tillId, seq],
  );
}

type SaleRow = Omit<Original, "lines" | "person" | "isTaken"> & {
  readonly personId: string | null;
  readonly officeId: string | null;
  readonly isPeriodOpen: boolean;
  readonly isTaken: boolean;
};

/** Sales by id with what accepted reversals have taken back of them. */
export async function loadOriginals(
  db: Queryable,
  regencyId: string,
  saleIds: readonly string[],
): Promise<Map<string, Original>> {
  const wanted = [...new Set(saleIds)];
  if (wanted.length === 0) return new Map();
  const sales = await db.query<SaleRow>(
    `select s.till_id as "tillId", s.sale_id as "saleId", s.seq, s.number,
       s.shift_id as "shiftId", s.period, s.total, s.state,
       coalesce(s.till_total, s.total) as "saidTotal",
       s.code is not distinct from 'PERIOD_PENDING' as "isPeriodOpen",
       s.buyer_kind = 'ASN' as "forAsn", s.person_id as "personId", s.office_id as "officeId",
       exists (select 1 from reversal r where r.regency_id = s.regency_id
         and r.sale_id = s.sale_id and r.state = 'ACCEPTED' and s.state = 'ACCEPTED') as "isTaken"
     from sale s where s.regency_id = $1 and s.sale_id = any($2::uuid[])`,
    [regencyId, wanted],
  );
  const lines = await originalLines(db, regencyId, wanted);
  return new Map(sales.map((sale) => [sale.saleId, originalOf(sale, lines)]));
}

function originalOf(
  { personId, officeId, isPeriodOpen, ...sale }: SaleRow,
  lines: readonly (OriginalLine & { readonly saleId: string })[],
): Original {
  const adds = sale.state === "ACCEPTED" && sale.forAsn && !isPeriodOpen;
  return {
    ...sale,
    person: adds && personId !== null ? { personId, officeId } : null,
    lines: lines.filter(({ saleId }) => saleId === sale.saleId),
  };
}

function originalLines(
  db: Queryable,
  regencyId: string,
  saleIds: readonly string[],
): Promise<(OriginalLine & { readonly saleId: string })[]> {
  return db.query<OriginalLine & { saleId: string }>(
    `select l.sale_id as "saleId", l.no, l.maker_id as "makerId", l.qty, l.net, l.counts,
       coalesce(sum(b.took_qty), 0)::bigint as "tookQty",
       coalesce(sum(b.took_net), 0)::bigint as "tookNet"
     from sale_line l
     left join reversal r on r.regency_id = l.regency_id and r.sale_id = l.sale_id
     left join reversal_line b on b.regency_id = r.regency_id and b.till_id = r.till_id
       and b.seq = r.seq and b.original_no = l.no
     where l.regency_id = $1 and l.sale_id = any($2::uuid[])
     group by l.sale_id, l.no, l.maker_id, l.qty, l.net, l.counts order by l.sale_id, l.no`,
    [regencyId, saleIds],
  );
}
