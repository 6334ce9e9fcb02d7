import { readdirSync } from "node:fs";
import path from "node:path";
import { type ReadDb, statement } from "../db/database.ts";
import { backupFolder } from "../backup/create-backups.ts";
import { counter } from "../db/stores/counter.ts";
import { entryBySeq } from "../db/stores/journal.ts";
import { lastZNumber } from "../db/stores/shift.ts";
import { syncState } from "../db/stores/sync-state.ts";
import { certificates, till } from "../db/stores/till.ts";
import { type ChainEnd, checkChain } from "./check-chain.ts";
import { MoneyWalk, type Running } from "./check-money.ts";
import { checkRows } from "./check-rows.ts";
import { Findings } from "./finding.ts";

/** What an examination of a till's file came to. */
export type Examination = {
  readonly findings: Findings;
  readonly tillId: string | null;
  /** `KB-01` */
  readonly tillName: string | null;
  readonly chain: ChainEnd | null;
  /** what the journal alone adds up to */
  readonly running: Running | null;
  readonly acknowledgedSeq: number;
  /** entries whose rows beside the journal are to be written anew */
  readonly toRebuild: readonly number[];
};

const ROW_CODES = ["SALE_ROWS", "REVERSAL_ROWS", "STOCK_ROWS", "SHIFT_ROWS"] as const;

/** Checks all that can be checked of an open till's file without its keys; changes nothing. */
export function examine(db: ReadDb, databasePath: string): Examination {
  const findings = new Findings();
  checkFile(db, findings);
  for (const name of leftovers(databasePath)) findings.add("FILE_LEFTOVER", null, name);
  checkSettings(db, findings);
  const { acknowledgedSeq } = syncState(db);
  const row = till(db);
  if (row === null) {
    const nothing = { tillId: null, tillName: null, chain: null, running: null };
    return { findings, ...nothing, acknowledgedSeq, toRebuild: [] };
  }
  const known = certificates(db);
  const money = new MoneyWalk(findings);
  const toRebuild: number[] = [];
  const rowFaults = (): number =>
    ROW_CODES.reduce((sum, code) => sum + (findings.counts.get(code) ?? 0), 0);
  const chain = checkChain(db, {
    tillId: row.tillId,
    certificates: known,
    checkedThrough: 0,
    findings,
    onBody: (entry, body) => {
      money.take(entry.seq, entry.kind, body);
      const before = rowFaults();
      checkRows(db, findings, { row: entry, body });
      if (rowFaults() > before) toRebuild.push(entry.seq);
    },
  });
  checkCounter(db, findings, money.running);
  checkOutbox(db, findings, { acknowledgedSeq, chain });
  const { outletCode = "?", tillCode = "?" } = known.at(-1) ?? {};
  const tillName = `${outletCode}-${tillCode}`;
  const { running } = money;
  return { findings, tillId: row.tillId, tillName, chain, running, acknowledgedSeq, toRebuild };
}

/** Half-written files that nothing will finish. */
export function leftovers(databasePath: string): string[] {
  const folders = [path.dirname(databasePath), backupFolder(databasePath)];
  return folders.flatMap((folder) => {
    try {
      return readdirSync(folder)
        .filter((name) => /\.(tmp|new)$/.test(name))
        .map((name) => path.join(folder, name));
    } catch {
      return [];
    }
  });
}

function checkFile(db: ReadDb, findings: Findings): void {
  const verdicts = db.pragma("integrity_check(20)") as { integrity_check: string }[];
  for (const { integrity_check: verdict } of verdicts) {
    if (verdict === "ok") continue;
    const ofIndex = /index|fts5/i.test(verdict);
    findings.add(ofIndex ? "FILE_INDEX" : "FILE_CORRUPT", null, verdict.slice(0, 120));
  }
  const orphans = db.pragma("foreign_key_check") as { table: string; parent: string }[];
  for (const { table, parent } of orphans) {
    findings.add("FILE_REFERENCES", null, `${table} → ${parent}`);
  }
}

/** Everything kept under a name is JSON, but the payment code's own text. */
function checkSettings(db: ReadDb, findings: Findings): void {
  const rows = statement(db, "SELECT name, value FROM setting WHERE name <> 'qris'").all();
  for (const { name, value } of rows as { name: string; value: string }[]) {
    try {
      JSON.parse(value);
    } catch {
      findings.add("SETTING_MALFORMED", null, name);
    }
  }
}

function checkCounter(db: ReadDb, findings: Findings, running: Running): void {
  const { receipt, turnover, reversals } = counter(db);
  const kept: Running = { receipt, turnover, reversals, zNumber: lastZNumber(db) };
  for (const name of ["receipt", "turnover", "reversals", "zNumber"] as const) {
    if (kept[name] !== running[name]) {
      findings.add("COUNTER_WRONG", null, `${name} ${kept[name]} / ${running[name]}`);
    }
  }
}

function checkOutbox(
  db: ReadDb,
  findings: Findings,
  { acknowledgedSeq, chain }: { readonly acknowledgedSeq: number; readonly chain: ChainEnd },
): void {
  if (acknowledgedSeq > chain.seq) {
    findings.add("OUTBOX_AHEAD", null, `${acknowledgedSeq} / ${chain.seq}`);
  }
  const heads = statement(db, "SELECT seq, hash FROM countersigned_head ORDER BY seq").all();
  for (const { seq, hash } of heads as { seq: number; hash: string }[]) {
    if (entryBySeq(db, seq)?.hash !== hash) findings.add("HEAD_FOREIGN", seq);
  }
}
