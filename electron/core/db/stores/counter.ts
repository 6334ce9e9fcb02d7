import { type ReadDb, statement, type WriteDb } from "../database.ts";

/**
 * The till's running figures. `receipt` is the last receipt counter drawn; `openedPeriod` the newest
 * WIB month that has an opening entry.
 */
export type Counter = {
  receipt: number;
  turnover: number;
  reversals: number;
  openedPeriod: string | null;
};

export function counter(db: ReadDb): Counter {
  return statement(
    db,
    "SELECT receipt, turnover, reversals, opened_period AS openedPeriod FROM counter",
  ).get() as Counter;
}

/** Takes the next receipt counter and lets the turnover grow. */
export function countSale(db: WriteDb, receipt: number, turnover: number): void {
  statement(db, "UPDATE counter SET receipt = ?, turnover = ?").run(receipt, turnover);
}

/** Takes the receipt counter a return drew (a void leaves it) and lets the reversals grow. */
export function countReversal(db: WriteDb, receipt: number, reversals: number): void {
  statement(db, "UPDATE counter SET receipt = ?, reversals = ?").run(receipt, reversals);
}

/** Takes over the running sums of the chain that this one goes on from. */
export function takeOverSums(
  db: WriteDb,
  { turnover, reversals }: Pick<Counter, "turnover" | "reversals">,
): void {
  statement(db, "UPDATE counter SET turnover = ?, reversals = ?").run(turnover, reversals);
}

export function setOpenedPeriod(db: WriteDb, period: string): void {
  statement(db, "UPDATE counter SET opened_period = ?").run(period);
}
