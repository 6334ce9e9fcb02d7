import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** Rules with the date they hold from; `obligations` is JSON of rupiah by class. */
export type PolicyRow = {
  validFrom: string;
  obligations: string;
  cashRounding: number;
  printObligationLine: 0 | 1;
  returnRule: string;
  feedSeq: number;
};

export function upsertPolicy(db: WriteDb, row: PolicyRow): void {
  statement(
    db,
    `INSERT INTO policy
       (valid_from, obligations, cash_rounding, print_obligation_line, return_rule, feed_seq)
     VALUES
       (@validFrom, @obligations, @cashRounding, @printObligationLine, @returnRule, @feedSeq)
     ON CONFLICT (valid_from) DO UPDATE SET obligations = excluded.obligations,
       cash_rounding = excluded.cash_rounding,
       print_obligation_line = excluded.print_obligation_line,
       return_rule = excluded.return_rule, feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > policy.feed_seq`,
  ).run(row);
}

export function policies(db: ReadDb): PolicyRow[] {
  return statement(
    db,
    `SELECT valid_from AS validFrom, obligations, cash_rounding AS cashRounding,
       print_obligation_line AS printObligationLine, return_rule AS returnRule, feed_seq AS feedSeq
     FROM policy ORDER BY valid_from`,
  ).all() as PolicyRow[];
}
