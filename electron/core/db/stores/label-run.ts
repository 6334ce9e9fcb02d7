import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** Labels of one product that were asked for at once. */
export type LabelRun = {
  readonly runId: string;
  readonly productId: string;
  readonly qty: number;
};

export function insertLabelRun(
  db: WriteDb,
  run: LabelRun & { readonly cashierId: string; readonly at: number },
): void {
  statement(
    db,
    `INSERT INTO label_run (run_id, product_id, qty, asked_by, asked_at)
     VALUES (@runId, @productId, @qty, @cashierId, @at)`,
  ).run(run);
}

export function labelRunById(db: ReadDb, runId: string): LabelRun | null {
  const row = statement(
    db,
    "SELECT run_id AS runId, product_id AS productId, qty FROM label_run WHERE run_id = ?",
  ).get(runId);
  return (row as LabelRun | undefined) ?? null;
}
