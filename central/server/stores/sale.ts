import { columns, type Queryable, type Transaction } from "../database/database.ts";
import type { SaleFacts } from "../journal/sale-facts.ts";

type TillKey = { readonly regencyId: string; readonly tillId: string };

const SALE_COLUMNS = [
  "saleId",
  "seq",
  "number",
  "atMs",
  "day",
  "period",
  "outletId",
  "shiftId",
  "cashierId",
  "feedSeq",
  "buyerKind",
  "personId",
  "officeId",
  "assurance",
  "cardSerial",
  "proxy",
  "match",
  "clock",
  "total",
  "counted",
  "tillCounted",
  "change",
  "state",
  "code",
  "tillTotal",
] as const;

const LINE_COLUMNS = [
  "saleId",
  "no",
  "productId",
  "makerId",
  "qty",
  "unitPrice",
  "lineDiscount",
  "saleDiscount",
  "net",
  "mayCount",
  "counts",
  "shareBp",
] as const;

const TENDER_COLUMNS = ["saleId", "no", "kind", "amount", "confirmedBy"] as const;

const SALES = {
  table: "sale",
  columns: [
    "regency_id",
    "till_id",
    "sale_id",
    "seq",
    "number",
    "at",
    "day",
    "period",
    "outlet_id",
    "shift_id",
    "cashier_id",
    "feed_seq",
    "buyer_kind",
    "person_id",
    "office_id",
    "assurance",
    "card_serial",
    "proxy",
    "match",
    "clock",
    "total",
    "counted",
    "till_counted",
    "change",
    "state",
    "code",
    "till_total",
  ],
} as const;
const LINES = {
  table: "sale_line",
  columns: [
    "regency_id",
    "sale_id",
    "no",
    "product_id",
    "maker_id",
    "qty",
    "unit_price",
    "line_discount",
    "sale_discount",
    "net",
    "till_may_count",
    "counts",
    "share_bp",
  ],
} as const;
const TENDERS = {
  table: "tender",
  columns: ["regency_id", "sale_id", "no", "kind", "amount", "confirmed_by"],
} as const;

/** Adds sales of entries that are new to the centre, with lines and tenders. */
export async function addSales(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  sales: readonly SaleFacts[],
): Promise<void> {
  if (sales.length === 0) return;
  const rows = sales.map(saleColumns);
  const heads = tx.copy(
    SALES,
    rows.map((row) => [regencyId, tillId, ...SALE_COLUMNS.map((name) => row[name])]),
  );
  // The database stores the one while the next is put together.
  const lines = lineRows(sales).map((row) => [regencyId, ...LINE_COLUMNS.map((name) => row[name])]);
  await heads;
  const lined = tx.copy(LINES, lines);
  const tenders = tenderRows(sales).map((row) => {
    return [regencyId, ...TENDER_COLUMNS.map((name) => row[name])];
  });
  await lined;
  await tx.copy(TENDERS, tenders);
}

/** Brings sales of entries that were kept before up to date, with lines and tenders. */
export async function saveSales(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  sales: readonly SaleFacts[],
): Promise<void> {
  if (sales.length === 0) return;
  await tx.query(
    `insert into sale (regency_id, till_id, sale_id, seq, number, at, day, period, outlet_id,
       shift_id, cashier_id, feed_seq, buyer_kind, person_id, office_id, assurance, card_serial,
       proxy, match, clock, total, counted, till_counted, change, state, code,
       till_total)
     select $1, $2::uuid, * from unnest($3::uuid[], $4::bigint[], $5::text[], $6::bigint[],
       $7::text[], $8::text[], $9::uuid[], $10::uuid[], $11::uuid[], $12::bigint[], $13::text[],
       $14::uuid[], $15::uuid[], $16::text[], $17::bigint[], $18::boolean[], $19::text[],
       $20::text[], $21::bigint[], $22::bigint[], $23::bigint[], $24::bigint[], $25::text[],
       $26::text[], $27::bigint[])
     on conflict (regency_id, sale_id) do update
     set state = excluded.state, code = excluded.code, counted = excluded.counted,
       office_id = excluded.office_id, period = excluded.period, total = excluded.total,
       till_total = excluded.till_total`,
    [regencyId, tillId, ...columns(sales.map(saleColumns), SALE_COLUMNS)],
  );
  await saveLines(tx, regencyId, columns(lineRows(sales), LINE_COLUMNS));
  await saveTenders(tx, regencyId, columns(tenderRows(sales), TENDER_COLUMNS));
}

function saleColumns(facts: SaleFacts) {
  const { body, seq, atMs, day, officeId, counted, state, code, tillTotal } = facts;
  const { kind: buyerKind, personId, assurance, cardSerial, proxy, match } = body.buyer;
  return {
    saleId: body.saleId,
    seq,
    number: body.number,
    atMs,
    day,
    period: body.period,
    outletId: body.outletId,
    shiftId: body.shiftId,
    cashierId: body.actorId,
    feedSeq: body.feedSeq,
    buyerKind,
    personId,
    officeId,
    assurance,
    cardSerial,
    proxy,
    match,
    clock: body.clock,
    total: body.total,
    counted,
    tillCounted: body.counted,
    change: body.change,
    state,
    code,
    tillTotal,
  };
}

function lineRows(sales: readonly SaleFacts[]) {
  return sales.flatMap(({ body, lineCounts }) =>
    // Numbered by place: a sale kept aside may number its lines in any way.
    body.lines.map((line, index) => ({
      ...line,
      no: index + 1,
      saleId: body.saleId,
      counts: lineCounts[index] ?? false,
    })),
  );
}

async function saveLines(
  tx: Transaction,
  regencyId: string,
  lines: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into sale_line (regency_id, sale_id, no, product_id, maker_id, qty, unit_price,
       line_discount, sale_discount, net, till_may_count, counts, share_bp)
     select $1, * from unnest($2::uuid[], $3::integer[], $4::uuid[], $5::uuid[], $6::integer[],
       $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::boolean[], $12::boolean[],
       $13::integer[])
     on conflict (regency_id, sale_id, no) do update
     set counts = excluded.counts, qty = excluded.qty, net = excluded.net`,
    [regencyId, ...lines],
  );
}

function tenderRows(sales: readonly SaleFacts[]) {
  return sales.flatMap(({ body }) =>
    body.tenders.map((tender, index) => ({ ...tender, no: index + 1, saleId: body.saleId })),
  );
}

async function saveTenders(
  tx: Transaction,
  regencyId: string,
  tenders: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into tender (regency_id, sale_id, no, kind, amount, confirmed_by)
     select $1, * from unnest($2::uuid[], $3::integer[], $4::text[], $5::bigint[], $6::text[])
     on conflict (regency_id, sale_id, no) do nothing`,
    [regencyId, ...tenders],
  );
}

/** Which of these sale ids the centre has already. */
export async function knownSaleIds(
  db: Queryable,
  regencyId: string,
  saleIds: readonly string[],
): Promise<Set<string>> {
  if (saleIds.length === 0) return new Set();
  const rows = await db.query<{ sale_id: string }>(
    "select sale_id from sale where regency_id = $1 and sale_id = any($2::uuid[])",
    [regencyId, saleIds],
  );
  return new Set(rows.map(({ sale_id }) => sale_id));
}
