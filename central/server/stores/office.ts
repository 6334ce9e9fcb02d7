import { columns, type Transaction } from "../database/database.ts";

/** An OPD (`parentId` null) or a unit inside one: school, puskesmas, bagian. */
export type OfficeRow = {
  readonly officeId: string;
  readonly parentId: string | null;
  readonly name: string;
  /** DINAS, BADAN, KECAMATAN … as the regency sorts its offices */
  readonly kind: string;
};

/** Writes offices; the order of parents and units does not matter. */
export async function saveOffices(
  tx: Transaction,
  regencyId: string,
  rows: readonly OfficeRow[],
): Promise<void> {
  await tx.query(
    `insert into office (regency_id, office_id, parent_id, name, kind)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[])
     on conflict (regency_id, office_id) do update
     set parent_id = excluded.parent_id, name = excluded.name, kind = excluded.kind`,
    [regencyId, ...columns(rows, ["officeId", "parentId", "name", "kind"])],
  );
}
