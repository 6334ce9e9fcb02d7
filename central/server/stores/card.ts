import { columns, type Transaction } from "../database/database.ts";
import { publish } from "./feed.ts";

/** A card that was made for a person; `expiresOn` is its last good day. */
export type CardRow = {
  readonly serial: number;
  readonly personId: string;
  readonly expiresOn: string;
  readonly revoked: boolean;
};

/** Writes cards and publishes serial, person and revocation to the tills. */
export async function saveCards(
  tx: Transaction,
  regencyId: string,
  rows: readonly CardRow[],
): Promise<void> {
  await tx.query(
    `insert into card (regency_id, serial, person_id, expires_on, revoked)
     select $1, * from unnest($2::bigint[], $3::uuid[], $4::text[], $5::boolean[])
     on conflict (regency_id, serial) do update
     set person_id = excluded.person_id, expires_on = excluded.expires_on,
       revoked = excluded.revoked`,
    [regencyId, ...columns(rows, ["serial", "personId", "expiresOn", "revoked"])],
  );
  await publish(
    tx,
    regencyId,
    rows.map(({ serial, personId, revoked }) => ({
      kind: "card",
      key: String(serial),
      outletId: null,
      value: { serial, personId, revoked },
    })),
  );
}
