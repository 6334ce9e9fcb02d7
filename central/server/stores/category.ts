import type { z } from "zod";
import type { CategoryChange } from "../../../shared/contract/feed.ts";
import { columns, type Transaction } from "../database/database.ts";
import { publish } from "./feed.ts";

export type CategoryRow = z.infer<typeof CategoryChange>;

/** Writes product categories and publishes them to the tills. */
export async function saveCategories(
  tx: Transaction,
  regencyId: string,
  rows: readonly CategoryRow[],
): Promise<void> {
  await tx.query(
    `insert into category (regency_id, category_id, name, picture_key, may_count, sort)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::boolean[], $6::integer[])
     on conflict (regency_id, category_id) do update
     set name = excluded.name, picture_key = excluded.picture_key,
       may_count = excluded.may_count, sort = excluded.sort`,
    [regencyId, ...columns(rows, ["categoryId", "name", "pictureKey", "mayCount", "sort"])],
  );
  await publish(
    tx,
    regencyId,
    rows.map((value) => ({ kind: "category", key: value.categoryId, outletId: null, value })),
  );
}
