import type { z } from "zod";
import type { OutletChange } from "../../../shared/contract/feed.ts";
import { columns, queryOne, type Queryable, type Transaction } from "../database/database.ts";
import { publish } from "./feed.ts";

export type OutletRow = z.infer<typeof OutletChange>;

/** Writes outlets and publishes them to the tills. */
export async function saveOutlets(
  tx: Transaction,
  regencyId: string,
  rows: readonly OutletRow[],
): Promise<void> {
  await tx.query(
    `insert into outlet (regency_id, outlet_id, code, name, address)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
     on conflict (regency_id, outlet_id) do update
     set code = excluded.code, name = excluded.name, address = excluded.address`,
    [regencyId, ...columns(rows, ["outletId", "code", "name", "address"])],
  );
  await publish(
    tx,
    regencyId,
    rows.map((value) => ({ kind: "outlet", key: value.outletId, outletId: null, value })),
  );
}

/** One outlet, or null. */
export function outletOf(
  db: Queryable,
  regencyId: string,
  outletId: string,
): Promise<OutletRow | null> {
  return queryOne<OutletRow>(
    db,
    `select outlet_id as "outletId", code, name, address from outlet
     where regency_id = $1 and outlet_id = $2`,
    [regencyId, outletId],
  );
}

/** Holds an outlet, for till codes are given out one after the other. False: there is none. */
export async function lockOutlet(
  tx: Transaction,
  regencyId: string,
  outletId: string,
): Promise<boolean> {
  const rows = await tx.query(
    "select 1 from outlet where regency_id = $1 and outlet_id = $2 for update",
    [regencyId, outletId],
  );
  return rows.length > 0;
}

/** All outlets by name. */
export function allOutlets(db: Queryable, regencyId: string): Promise<OutletRow[]> {
  return db.query<OutletRow>(
    `select outlet_id as "outletId", code, name, address from outlet
     where regency_id = $1 order by name`,
    [regencyId],
  );
}
