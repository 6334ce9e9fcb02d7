import { queryOne, type Queryable } from "../database/database.ts";

export type MonthSales = {
  readonly count: number;
  readonly total: number;
  readonly makers: number;
  readonly makersWithNone: number;
};

/** A month's sales over all tills and makers, from totals: no sale is read. */
export async function monthSales(
  db: Queryable,
  regencyId: string,
  period: string,
): Promise<MonthSales> {
  const row = await queryOne<MonthSales>(
    db,
    `with selling as (
       select maker_id from maker_month where regency_id = $1 and period = $2 and pieces > 0
     )
     select
       (select coalesce(sum(sales), 0)::bigint from till_day
         where regency_id = $1 and day between $2 || '-01' and $2 || '-31') as count,
       (select coalesce(sum(total), 0)::bigint from till_day
         where regency_id = $1 and day between $2 || '-01' and $2 || '-31') as total,
       (select count(*) from selling) as makers,
       (select count(*) from maker m where m.regency_id = $1 and m.active
         and m.maker_id not in (select maker_id from selling)) as "makersWithNone"`,
    [regencyId, period],
  );
  return row ?? { count: 0, total: 0, makers: 0, makersWithNone: 0 };
}

/** A day's sales over all tills, from totals. */
export async function daySales(
  db: Queryable,
  regencyId: string,
  day: string,
): Promise<{ readonly count: number; readonly total: number }> {
  const row = await queryOne<{ count: number; total: number }>(
    db,
    `select coalesce(sum(sales), 0)::bigint as count, coalesce(sum(total), 0)::bigint as total
     from till_day where regency_id = $1 and day = $2`,
    [regencyId, day],
  );
  return row ?? { count: 0, total: 0 };
}
