import type { z } from "zod";
import type { ProductChange } from "../../../shared/contract/feed.ts";
import { columns, type Transaction } from "../database/database.ts";
import { publish } from "./feed.ts";

export type ProductRow = z.infer<typeof ProductChange>;

/** Writes products and publishes them to the tills; their makers and categories must be there. */
export async function saveProducts(
  tx: Transaction,
  regencyId: string,
  rows: readonly ProductRow[],
): Promise<void> {
  await tx.query(
    `insert into product (regency_id, product_id, sku, barcode, name, maker_id, category_id,
       unit_price, share_bp, picture_key, active)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[],
       $7::text[], $8::bigint[], $9::integer[], $10::text[], $11::boolean[])
     on conflict (regency_id, product_id) do update
     set sku = excluded.sku, barcode = excluded.barcode, name = excluded.name,
       maker_id = excluded.maker_id, category_id = excluded.category_id,
       unit_price = excluded.unit_price, share_bp = excluded.share_bp,
       picture_key = excluded.picture_key, active = excluded.active`,
    [
      regencyId,
      ...columns(rows, [
        "productId",
        "sku",
        "barcode",
        "name",
        "makerId",
        "categoryId",
        "unitPrice",
        "shareBp",
        "pictureKey",
        "active",
      ]),
    ],
  );
  await publish(
    tx,
    regencyId,
    rows.map((value) => ({ kind: "product", key: value.productId, outletId: null, value })),
  );
}
