import { AppError } from "../../../shared/contract/errors.ts";
import type { Certificate } from "../../../shared/contract/sync.ts";
import type { ResumedBody } from "../../../shared/contract/till-bodies.ts";
import { RESTORED } from "../backup/restore.ts";
import type { Till } from "../context.ts";
import { statement, type WriteDb } from "../db/database.ts";
import { counter, takeOverSums } from "../db/stores/counter.ts";
import { journalHead } from "../db/stores/journal.ts";
import { openShift } from "../db/stores/shift.ts";
import { startRefill, syncState } from "../db/stores/sync-state.ts";
import { currentCertificate, till as tillRow } from "../db/stores/till.ts";
import type { Issued } from "../enrolment/enrolment.ts";
import { keepIdentity } from "../identity.ts";
import type { Journal } from "../journal/journal.ts";
import type { TillKeys } from "../keys/till-keys.ts";
import { addOldChain, keepOldChain } from "./old-chain.ts";
import { isProvisional } from "./provisional.ts";
import { SPARE_CODE } from "./spare-code.ts";

/** This file is an older copy, or has a twin: the centre found it, or the keys say so. Nothing else ends a chain. */
const ENDS_CHAIN = ["FORK", "KEY_REPLACED"];

/** Children before the tables they name. */
const OF_THE_CHAIN = [
  "quarantine",
  "countersigned_head",
  "unsigned_range",
  "training_sale",
  "refund",
  "reversal_line",
  "reversal",
  "stock_back",
  "stock_movement",
  "qris_tender",
  "tender",
  "sale_line",
  "print_job",
  "shift_report",
  "sale",
  "shift",
  "command",
  "certificate",
  "till",
  "journal",
];
const SETTINGS_OF_THE_CHAIN = ["clockSet", "backup-check", "key-to-change", RESTORED, SPARE_CODE];

/** Whether the chain of this file is to be gone on from by a new one. */
export function mayGoOn(till: Pick<Till, "file">): boolean {
  return ENDS_CHAIN.includes(syncState(till.file.db()).stopCode ?? "");
}

/**
 * What must hold before a new chain is asked for.
 * Fails with: NOT_LOGGED_IN, NOT_ALLOWED (no supervisor, or the chain is sound), SHIFT_OPEN.
 */
export function requireMayGoOn(till: Till): void {
  if (till.session.require().role !== "SUPERVISOR" || !mayGoOn(till)) {
    throw new AppError("NOT_ALLOWED");
  }
  if (openShift(till.file.db()) !== null) throw new AppError("SHIFT_OPEN");
}

export type NewChain = {
  readonly answer: Issued;
  readonly centreUrl: string;
  readonly at: number;
  /** signs the new chain */
  readonly keys: TillKeys;
  /** who went on without the centre; the till itself where an admin let it */
  readonly actorId?: string;
};

/**
 * Goes on as the till that was issued: the file is kept aside under its old id, then the old chain
 * leaves it, and the new one begins by naming the old, in one transaction. People, goods, prices,
 * settings, printers and the open cart stay.
 */
export function goOnAsNewChain(till: Till, issued: NewChain): void {
  const db = till.file.db();
  const old = tillRow(db);
  const end = journalHead(db);
  if (old === null || end === null) throw new AppError("NOT_ENROLLED");
  const { outletCode = "?", tillCode = "?" } = currentCertificate(db) ?? {};
  keepOldChain(db, till.file.path, old.tillId);
  till.step("old chain kept");
  const { certificate } = issued.answer;
  const { tillId } = certificate;
  till.file.commit((write) => {
    const { turnover, reversals } = counter(write);
    clearChain(write);
    keepIdentity(write, issued);
    const tillName = `${outletCode}-${tillCode}`;
    const { seq, hash } = end;
    addOldChain(write, { tillId: old.tillId, tillName, seq, hash, endedAt: issued.at });
    const vouched = isProvisional(issued.answer) ? { provisional: partOf(certificate) } : {};
    const from = { oldTillId: old.tillId, oldSeq: seq, oldHash: hash };
    writeResumed(write, till, {
      journal: till.journalOf(tillId, issued.keys),
      tillId,
      actorId: issued.actorId,
      from: { ...from, turnover, reversals, ...vouched },
    });
    till.step("new chain written");
  });
  till.step("new chain begun");
}

/** Writes the first entry of a new file's chain; one that replaces a lost till goes on from its chain. */
export function beginChain(db: WriteDb, till: Till, { certificate, replaces }: Issued): void {
  const { tillId } = certificate;
  const journal = till.journalOf(tillId);
  if (replaces === undefined) {
    journal.write(db, {
      actorId: tillId,
      commandId: till.newId(),
      build: (head) => ({ v: 1, kind: "TILL_STARTED", ...head }),
    });
    return;
  }
  const { head, turnover, reversals } = replaces;
  takeOverSums(db, { turnover, reversals });
  const old = { oldTillId: head.tillId, oldSeq: head.seq, oldHash: head.hash };
  writeResumed(db, till, { journal, tillId, from: { ...old, turnover, reversals } });
}

type Begun = {
  readonly journal: Journal;
  readonly tillId: string;
  /** who says so; by default the till itself */
  readonly actorId?: string | undefined;
  readonly from: Omit<ResumedBody, "v" | "kind" | "at" | "clock" | "actorId" | "commandId">;
};

function writeResumed(
  db: WriteDb,
  till: Till,
  { journal, tillId, actorId = tillId, from }: Begun,
): void {
  journal.write(db, {
    actorId,
    commandId: till.newId(),
    build: (head) => ({ v: 1, kind: "RESUMED", ...head, ...from }),
  });
}

function partOf({
  issuerKeyId,
  validFrom,
  issuerSignature,
}: Certificate): ResumedBody["provisional"] {
  return { issuerKeyId, validFrom, issuerSignature };
}

function clearChain(db: WriteDb): void {
  db.pragma("defer_foreign_keys = ON");
  withoutTriggers(db, () => {
    for (const table of OF_THE_CHAIN) statement(db, `DELETE FROM ${table}`).run();
  });
  for (const name of SETTINGS_OF_THE_CHAIN) {
    statement(db, "DELETE FROM setting WHERE name = ?").run(name);
  }
  statement(db, "UPDATE counter SET receipt = 0, z_number = 0, opened_period = NULL").run();
  statement(db, "UPDATE sync_state SET acknowledged_seq = 0, stop_code = NULL").run();
  startRefill(db);
}

/** Reports and closed shifts are held fast by triggers; their copy in the old file still is. */
function withoutTriggers(db: WriteDb, work: () => void): void {
  const triggers = statement(
    db,
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'shift%'",
  ).all() as { name: string; sql: string }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of triggers) db.exec(sql);
}
