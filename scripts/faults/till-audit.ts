import path from "node:path";
import Sqlite from "better-sqlite3";
import type { ReadDb } from "../../electron/core/db/database.ts";
import { examine } from "../../electron/core/doctor/examine.ts";

/** What a till's file holds. */
export type TillAudit = {
  /** everything that does not hold, in words; empty when the file is sound */
  readonly faults: readonly string[];
  /** command id -> total, for each sale */
  readonly sales: ReadonlyMap<string, number>;
};

/** Checks the file of a till that does not run: all that its doctor checks, and each sale's receipt. */
export function auditTill({ dataDir }: { readonly dataDir: string }): TillAudit {
  const file = path.join(dataDir, "till.db");
  const db = new Sqlite(file, { readonly: true });
  try {
    const { findings } = examine(db as unknown as ReadDb, file);
    const faults = findings.kept
      .filter(({ code }) => code !== "FILE_LEFTOVER")
      .map(({ code, seq, detail }) => `${code} ${seq} ${detail}`);
    const unprinted = db
      .prepare(
        `SELECT number FROM sale s WHERE 1 <> (SELECT count(*) FROM print_job
           WHERE document_kind = 'SALE' AND document_ref = s.sale_id)`,
      )
      .pluck()
      .all() as string[];
    faults.push(...unprinted.map((number) => `${number}: not one receipt`));
    const kept = db.prepare("SELECT count(*) FROM sale").pluck().get() as number;
    const sales = db
      .prepare("SELECT body ->> 'commandId', body ->> 'total' FROM journal WHERE kind = 'SALE'")
      .raw()
      .all() as [string, number][];
    if (kept !== sales.length) faults.push(`${kept} sales, ${sales.length} in the journal`);
    return { faults, sales: new Map(sales) };
  } finally {
    db.close();
  }
}
