import type { z } from "zod";
import type { StockChange } from "../../../shared/contract/feed.ts";
import { columns, type Transaction } from "../database/database.ts";
import { publish } from "./feed.ts";

export type StockRow = z.infer<typeof StockChange>;

/** Sets the pieces on an outlet's shelf and tells that outlet's tills. */
export async function saveStock(
  tx: Transaction,
  regencyId: string,
  rows: readonly StockRow[],
): Promise<void> {
  await tx.query(
    `insert into stock (regency_id, outlet_id, product_id, qty)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::bigint[])
     on conflict (regency_id, outlet_id, product_id) do update set qty = excluded.qty`,
    [regencyId, ...columns(rows, ["outletId", "productId", "qty"])],
  );
  await publish(
    tx,
    regencyId,
    rows.map((value) => ({
      kind: "stock",
      key: `${value.outletId}:${value.productId}`,
      outletId: value.outletId,
      value,
    })),
  );
}
