import type { z } from "zod";
import type { MakerChange } from "../../../shared/contract/feed.ts";
import { columns, type Transaction } from "../database/database.ts";
import { publish } from "./feed.ts";

export type MakerRow = z.infer<typeof MakerChange>;

/** Writes makers (UMKM) and publishes them to the tills. */
export async function saveMakers(
  tx: Transaction,
  regencyId: string,
  rows: readonly MakerRow[],
): Promise<void> {
  await tx.query(
    `insert into maker
       (regency_id, maker_id, name, kecamatan, nib, pirt, halal, verified, of_regency, active)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
       $7::text[], $8::boolean[], $9::boolean[], $10::boolean[])
     on conflict (regency_id, maker_id) do update
     set name = excluded.name, kecamatan = excluded.kecamatan, nib = excluded.nib,
       pirt = excluded.pirt, halal = excluded.halal, verified = excluded.verified,
       of_regency = excluded.of_regency, active = excluded.active`,
    [
      regencyId,
      ...columns(rows, [
        "makerId",
        "name",
        "kecamatan",
        "nib",
        "pirt",
        "halal",
        "verified",
        "ofRegency",
        "active",
      ]),
    ],
  );
  await publish(
    tx,
    regencyId,
    rows.map((value) => ({ kind: "maker", key: value.makerId, outletId: null, value })),
  );
}
