import type { StaffRole } from "../../../shared/contract/roles.ts";
import { columns, type Queryable, type Transaction } from "../database/database.ts";
import type { DataBox } from "../keys/data-box.ts";
import { pinRecord } from "../keys/pin-record.ts";
import { publish } from "./feed.ts";

/** A person at the tills of one outlet, with the PIN as it was told to them (6 digits). */
export type CashierRow = {
  readonly cashierId: string;
  readonly outletId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly pin: string;
  readonly active: boolean;
};

/** Writes cashiers and publishes them. Of the PIN only a scrypt record, sealed under `box`, is kept. */
export async function saveCashiers(
  tx: Transaction,
  regencyId: string,
  { rows, box }: { readonly rows: readonly CashierRow[]; readonly box: DataBox },
): Promise<void> {
  const stored = await Promise.all(
    rows.map(async ({ pin, ...row }) => {
      const { salt, record } = await pinRecord(pin, box.random);
      return { ...row, salt, pinRecord: box.seal(record) };
    }),
  );
  await tx.query(
    `insert into cashier
       (regency_id, cashier_id, outlet_id, name, role, salt, pin_record, active)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
       $7::text[], $8::boolean[])
     on conflict (regency_id, cashier_id, outlet_id) do update
     set name = excluded.name, role = excluded.role, salt = excluded.salt,
       pin_record = excluded.pin_record, active = excluded.active`,
    [
      regencyId,
      ...columns(stored, ["cashierId", "outletId", "name", "role", "salt", "pinRecord", "active"]),
    ],
  );
  await publish(
    tx,
    regencyId,
    stored.map(({ cashierId, outletId, name, role, salt, active }) => ({
      kind: "cashier",
      key: `${outletId}:${cashierId}`,
      outletId,
      value: { cashierId, name, role, salt, active },
    })),
  );
}

/** Sealed PIN records of an outlet by cashier, for the pull that seals them again to one till. */
export async function pinRecordsOf(
  db: Queryable,
  regencyId: string,
  outletId: string,
): Promise<Map<string, string>> {
  const rows = await db.query<{ cashier_id: string; pin_record: string }>(
    "select cashier_id, pin_record from cashier where regency_id = $1 and outlet_id = $2",
    [regencyId, outletId],
  );
  return new Map(rows.map(({ cashier_id, pin_record }) => [cashier_id, pin_record]));
}
