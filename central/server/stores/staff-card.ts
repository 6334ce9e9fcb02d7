import type { StaffMember } from "../../../shared/contract/centre-api.ts";
import { queryOne, type Queryable, type Transaction } from "../database/database.ts";

/** A card of somebody at the tills; `expiresOn` is its last good day. */
export type StaffCard = {
  readonly serial: number;
  readonly cashierId: string;
  readonly expiresOn: string;
};

type Who = { readonly at: number; readonly userId: string | null };

/** A new card under the next serial; the one before must be withdrawn. */
export async function addStaffCard(
  tx: Transaction,
  regencyId: string,
  { cashierId, expiresOn, at, userId }: Omit<StaffCard, "serial"> & Who,
): Promise<number> {
  // Serials are drawn one after the other.
  await tx.query("select 1 from regency where regency_id = $1 for update", [regencyId]);
  const row = await queryOne<{ serial: number }>(
    tx,
    `insert into staff_card (regency_id, serial, cashier_id, expires_on, issued_at, issued_by)
     select $1, coalesce(max(serial), 0) + 1, $2, $3, $4, $5
     from staff_card where regency_id = $1
     returning serial`,
    [regencyId, cashierId, expiresOn, at, userId],
  );
  if (row === null) throw new Error("a card was not stored");
  return row.serial;
}

/** Withdraws the good card of a person and gives its serial; null when there was none. */
export async function withdrawStaffCard(
  tx: Transaction,
  regencyId: string,
  { cashierId, at, userId }: { readonly cashierId: string } & Who,
): Promise<number | null> {
  const row = await queryOne<{ serial: number }>(
    tx,
    `update staff_card set withdrawn_at = $3, withdrawn_by = $4
     where regency_id = $1 and cashier_id = $2 and withdrawn_at is null
     returning serial`,
    [regencyId, cashierId, at, userId],
  );
  return row?.serial ?? null;
}

type Found = {
  cashier_id: string;
  name: string;
  role: StaffMember["role"];
  active: boolean;
  outlets: string[];
  serial: number | null;
  expires_on: string | null;
  issued_at: number | null;
};

/** Everybody at the tills, supervisors first; one row a person, whatever the outlets. */
export async function staffMembers(db: Queryable, regencyId: string): Promise<StaffMember[]> {
  const rows = await db.query<Found>(
    `select c.cashier_id, min(c.name) as name, max(c.role) as role, bool_or(c.active) as active,
       array_agg(o.name order by o.name) as outlets, k.serial, k.expires_on, k.issued_at
     from cashier c
     join outlet o on o.regency_id = c.regency_id and o.outlet_id = c.outlet_id
     left join staff_card k on k.regency_id = c.regency_id and k.cashier_id = c.cashier_id
       and k.withdrawn_at is null
     where c.regency_id = $1
     group by c.cashier_id, k.serial, k.expires_on, k.issued_at
     order by 4 desc, 3 desc, 2, 1`,
    [regencyId],
  );
  return rows.map(({ cashier_id: cashierId, name, role, active, outlets, ...row }) => ({
    cashierId,
    name,
    role,
    active,
    outlets,
    card: cardOf(row),
  }));
}

function cardOf(row: Pick<Found, "serial" | "expires_on" | "issued_at">): StaffMember["card"] {
  const { serial, expires_on: expiresOn, issued_at: issuedAt } = row;
  if (serial === null || expiresOn === null || issuedAt === null) return null;
  return { serial, expiresOn, issuedAt };
}
