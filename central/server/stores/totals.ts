import { columns, type Queryable, type Transaction } from "../database/database.ts";
import type { Totals } from "../journal/totals.ts";
import type { FeedItem } from "./feed.ts";

/** Adds to the totals in key order and gives the feed items that tell tills each buyer's new month. */
export async function addTotals(
  tx: Transaction,
  regencyId: string,
  { totals, asOf }: { readonly totals: Totals; readonly asOf: number },
): Promise<FeedItem[]> {
  await addTillDays(tx, regencyId, totals.tillDays);
  await addMakerMonths(tx, regencyId, totals.makerMonths);
  await addOfficeMonths(tx, regencyId, totals.officeMonths);
  const months = await addPersonMonths(tx, regencyId, totals.personMonths);
  return months.map(({ personId, period, counted }) => ({
    kind: "month_total",
    key: `${period}:${personId}`,
    outletId: null,
    value: { personId, period, counted, asOf },
  }));
}

async function addTillDays(
  tx: Transaction,
  regencyId: string,
  rows: Totals["tillDays"],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into till_day (regency_id, day, till_id, sales, total)
     select $1, * from unnest($2::text[], $3::uuid[], $4::bigint[], $5::bigint[])
     on conflict (regency_id, day, till_id) do update
     set sales = till_day.sales + excluded.sales, total = till_day.total + excluded.total`,
    [regencyId, ...columns(rows, ["day", "tillId", "sales", "total"])],
  );
}

async function addMakerMonths(
  tx: Transaction,
  regencyId: string,
  rows: Totals["makerMonths"],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into maker_month (regency_id, period, maker_id, pieces, net)
     select $1, * from unnest($2::text[], $3::uuid[], $4::bigint[], $5::bigint[])
     on conflict (regency_id, period, maker_id) do update
     set pieces = maker_month.pieces + excluded.pieces, net = maker_month.net + excluded.net`,
    [regencyId, ...columns(rows, ["period", "makerId", "pieces", "net"])],
  );
}

async function addOfficeMonths(
  tx: Transaction,
  regencyId: string,
  rows: Totals["officeMonths"],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into office_month (regency_id, period, office_id, sales, total, counted)
     select $1, * from unnest($2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[])
     on conflict (regency_id, period, office_id) do update
     set sales = office_month.sales + excluded.sales,
       total = office_month.total + excluded.total,
       counted = office_month.counted + excluded.counted`,
    [regencyId, ...columns(rows, ["period", "officeId", "sales", "total", "counted"])],
  );
}

async function addPersonMonths(
  tx: Transaction,
  regencyId: string,
  rows: Totals["personMonths"],
): Promise<{ personId: string; period: string; counted: number }[]> {
  if (rows.length === 0) return [];
  return tx.query(
    `insert into person_month (regency_id, period, person_id, sales, total, counted)
     select $1, * from unnest($2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[])
     on conflict (regency_id, period, person_id) do update
     set sales = person_month.sales + excluded.sales,
       total = person_month.total + excluded.total,
       counted = person_month.counted + excluded.counted
     returning person_id as "personId", period, counted`,
    [regencyId, ...columns(rows, ["period", "personId", "sales", "total", "counted"])],
  );
}

/** Every total as it is stored. */
export async function storedTotals(db: Queryable, regencyId: string): Promise<Totals> {
  const tillDays = await db.query<Totals["tillDays"][number]>(
    `select day, till_id as "tillId", sales, total from till_day where regency_id = $1`,
    [regencyId],
  );
  const personMonths = await db.query<Totals["personMonths"][number]>(
    `select period, person_id as "personId", sales, total, counted from person_month
     where regency_id = $1`,
    [regencyId],
  );
  const officeMonths = await db.query<Totals["officeMonths"][number]>(
    `select period, office_id as "officeId", sales, total, counted from office_month
     where regency_id = $1`,
    [regencyId],
  );
  const makerMonths = await db.query<Totals["makerMonths"][number]>(
    `select period, maker_id as "makerId", pieces, net from maker_month where regency_id = $1`,
    [regencyId],
  );
  return { tillDays, personMonths, officeMonths, makerMonths };
}
