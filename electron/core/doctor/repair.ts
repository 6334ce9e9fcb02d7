import { rmSync } from "node:fs";
import { ReturnBody, SaleBody, VoidBody } from "../../../shared/contract/journal-bodies.ts";
import { type ReadDb, statement, transact, type WriteDb } from "../db/database.ts";
import { entryBySeq, journalHead } from "../db/stores/journal.ts";
import { setAcknowledgedSeq } from "../db/stores/sync-state.ts";
import { type Examination, leftovers } from "./examine.ts";
import type { FindingCode } from "./finding.ts";
import { rebuildReversal, rebuildSale, rebuildShift } from "./rebuild-rows.ts";

/** What was mended, and how much of it. */
export type Mended = { readonly code: FindingCode; readonly count: number };

/**
 * Mends what the journal alone can mend, and never the journal itself: indexes, the rows beside the
 * entries, the counters, an outbox ahead of its journal, half-written files. Doing it again changes
 * nothing. `announce` is called before each step.
 */
export function repair(
  db: ReadDb,
  {
    examination,
    databasePath,
  }: { readonly examination: Examination; readonly databasePath: string },
  announce: (step: Mended) => void,
): Mended[] {
  const mended: Mended[] = [];
  const { counts } = examination.findings;
  const mend = (code: FindingCode, work: () => void): void => {
    const count = counts.get(code) ?? 0;
    if (count === 0) return;
    announce({ code, count });
    work();
    mended.push({ code, count });
  };
  mend("FILE_INDEX", () => {
    db.exec("REINDEX");
    refillSearch(db);
  });
  mendRows(db, examination, mend);
  mend("COUNTER_WRONG", () => transact(db, (write) => setCounters(write, examination)));
  mend("OUTBOX_AHEAD", () => transact(db, resetOutbox));
  mend("FILE_LEFTOVER", () => {
    for (const name of leftovers(databasePath)) rmSync(name, { force: true });
  });
  return mended;
}

/** The codes that a repair takes away; anything else is for a restore or a new chain. */
export const REPAIRABLE: readonly FindingCode[] = [
  "FILE_INDEX",
  "SHIFT_ROWS",
  "SALE_ROWS",
  "REVERSAL_ROWS",
  "STOCK_ROWS",
  "COUNTER_WRONG",
  "OUTBOX_AHEAD",
  "FILE_LEFTOVER",
];

function mendRows(
  db: ReadDb,
  { toRebuild }: Examination,
  mend: (code: FindingCode, work: () => void) => void,
): void {
  let done = false;
  const rebuild = (): void => {
    if (done) return;
    done = true;
    transact(db, (write) => {
      write.pragma("defer_foreign_keys = ON");
      for (const seq of toRebuild) rebuildEntry(write, seq);
    });
  };
  for (const code of ["SHIFT_ROWS", "SALE_ROWS", "REVERSAL_ROWS", "STOCK_ROWS"] as const) {
    mend(code, rebuild);
  }
}

function rebuildEntry(db: WriteDb, seq: number): void {
  const row = entryBySeq(db, seq);
  if (row === null) return;
  const body: unknown = JSON.parse(row.body);
  if (row.kind === "SHIFT_OPENED") rebuildShift(db, row, body);
  if (row.kind === "SALE") rebuildSale(db, row, SaleBody.parse(body));
  if (row.kind === "VOID") rebuildReversal(db, row, VoidBody.parse(body));
  if (row.kind === "RETURN") rebuildReversal(db, row, ReturnBody.parse(body));
}

function setCounters(db: WriteDb, { running }: Examination): void {
  if (running === null) return;
  statement(
    db,
    `UPDATE counter SET receipt = @receipt, turnover = @turnover, reversals = @reversals,
       z_number = @zNumber`,
  ).run(running);
}

/** The centre says at the next hello how far it came. */
function resetOutbox(db: WriteDb): void {
  const head = journalHead(db);
  const newest = statement(
    db,
    `SELECT coalesce(max(h.seq), 0) AS seq FROM countersigned_head h
     JOIN journal j ON j.seq = h.seq AND j.hash = h.hash`,
  ).get() as { seq: number };
  setAcknowledgedSeq(db, Math.min(newest.seq, head?.seq ?? 0));
}

function refillSearch(db: ReadDb): void {
  transact(db, (write) => {
    write.exec(
      `DELETE FROM product_search;
       INSERT INTO product_search (rowid, name, maker, sku, barcode)
         SELECT p.product_no, p.name, coalesce(m.name, ''), p.sku, coalesce(p.barcode, '')
         FROM product p LEFT JOIN maker m ON m.maker_id = p.maker_id`,
    );
  });
}
