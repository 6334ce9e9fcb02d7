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
  await publishStaff(
    tx,
    regencyId,
    stored.map(({ cashierId }) => cashierId),
  );
}

/** Holds a person's rows until the transaction ends; the role is the highest at any outlet. */
export async function lockCashier(
  tx: Transaction,
  regencyId: string,
  cashierId: string,
): Promise<Pick<CashierRow, "name" | "role" | "active"> | null> {
  const rows = await tx.query<{ name: string; role: StaffRole; active: boolean }>(
    `select name, role, active from cashier where regency_id = $1 and cashier_id = $2
     order by outlet_id for update`,
    [regencyId, cashierId],
  );
  const [first] = rows;
  if (first === undefined) return null;
  return rows.find(({ role, active }) => role === "SUPERVISOR" && active) ?? first;
}

/** Publishes a person with the staff card that is good now. */
export function publishCashier(
  tx: Transaction,
  regencyId: string,
  cashierId: string,
): Promise<void> {
  return publishStaff(tx, regencyId, [cashierId]);
}

async function publishStaff(
  tx: Transaction,
  regencyId: string,
  cashierIds: readonly string[],
): Promise<void> {
  const rows = await tx.query<PublishedRow>(
    `select c.cashier_id, c.outlet_id, c.name, c.role, c.salt, c.active, k.serial
     from cashier c
     left join staff_card k on k.regency_id = c.regency_id and k.cashier_id = c.cashier_id
       and k.withdrawn_at is null
     where c.regency_id = $1 and c.cashier_id = any($2::uuid[])
     order by c.outlet_id, c.cashier_id`,
    [regencyId, cashierIds],
  );
  await publish(
    tx,
    regencyId,
    rows.map(
      ({ cashier_id: cashierId, outlet_id: outletId, name, role, salt, active, serial }) => ({
        kind: "cashier",
        key: `${outletId}:${cashierId}`,
        outletId,
        value: { cashierId, name, role, salt, cardSerial: serial, active },
      }),
    ),
  );
}

type PublishedRow = {
  readonly cashier_id: string;
  readonly outlet_id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly salt: string;
  readonly active: boolean;
  readonly serial: number | null;
};

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
