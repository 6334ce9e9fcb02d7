import type { Transaction } from "../database/database.ts";

/** A change by a person: who (null: the machine's operator), what, and how it was and is. */
export type AuditRow = {
  readonly auditId: string;
  readonly at: number;
  readonly userId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly before: object | null;
  readonly after: object | null;
};

/** Writes an audit row in the transaction of the change it tells of. It can never be changed. */
export async function writeAudit(tx: Transaction, regencyId: string, row: AuditRow): Promise<void> {
  await tx.query(
    `insert into audit (regency_id, audit_id, at, user_id, action, subject, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      regencyId,
      row.auditId,
      row.at,
      row.userId,
      row.action,
      row.subject,
      row.before === null ? null : JSON.stringify(row.before),
      row.after === null ? null : JSON.stringify(row.after),
    ],
  );
}
