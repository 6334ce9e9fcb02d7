import type { z } from "zod";
import { PolicyChange } from "../../../shared/contract/feed.ts";
import { columns, type Queryable, type Transaction } from "../database/database.ts";
import { publish } from "./feed.ts";

export type PolicyRow = z.infer<typeof PolicyChange>;

const Obligations = PolicyChange.shape.obligations;

/** Writes policies by the day they take effect and publishes them to the tills. */
export async function savePolicies(
  tx: Transaction,
  regencyId: string,
  rows: readonly PolicyRow[],
): Promise<void> {
  await tx.query(
    `insert into policy (regency_id, valid_from, obligations, cash_rounding,
       print_obligation_line, return_rule)
     select $1, * from unnest($2::text[], $3::text[], $4::integer[], $5::boolean[], $6::text[])
     on conflict (regency_id, valid_from) do update
     set obligations = excluded.obligations, cash_rounding = excluded.cash_rounding,
       print_obligation_line = excluded.print_obligation_line,
       return_rule = excluded.return_rule`,
    [
      regencyId,
      ...columns(
        rows.map((row) => ({ ...row, obligations: JSON.stringify(row.obligations) })),
        ["validFrom", "obligations", "cashRounding", "printObligationLine", "returnRule"],
      ),
    ],
  );
  await publish(
    tx,
    regencyId,
    rows.map((value) => ({ kind: "policy", key: value.validFrom, outletId: null, value })),
  );
}

/** All policies, the oldest first. */
export async function allPolicies(
  db: Queryable,
  regencyId: string,
): Promise<{ readonly validFrom: string; readonly obligations: z.infer<typeof Obligations> }[]> {
  const rows = await db.query<{ valid_from: string; obligations: string }>(
    "select valid_from, obligations from policy where regency_id = $1 order by valid_from",
    [regencyId],
  );
  return rows.map(({ valid_from, obligations }) => ({
    validFrom: valid_from,
    obligations: Obligations.parse(JSON.parse(obligations)),
  }));
}
