import type { ShiftClosedBody } from "../../../shared/contract/journal-bodies.ts";
import type { CloseResult, CloseShiftInput } from "../../../shared/contract/shift.ts";
import { codeOfHash } from "../../../shared/domain/journal.ts";
import { checkCashCount, type CashCount, sealedText } from "../../../shared/domain/shift.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import { insertPrintJob } from "../db/stores/print-job.ts";
import {
  countShiftOnceMore,
  insertReport,
  lastZNumber,
  markShiftClosed,
  setZNumber,
  type ShiftRow,
} from "../db/stores/shift.ts";
import { newestHead } from "../db/stores/sync-state.ts";
import type { Entry, EntryHead } from "../journal/journal.ts";
import { sha256Hex } from "../keys/ed25519.ts";
import { valueOf } from "../selling/result.ts";
import type { Staff } from "../staff/session.ts";
import { draftPrivate, privateNote } from "./private-note.ts";
import { keptReport, requireShift, type Standing, standingOf } from "./report.ts";

/** The result of a count that closed nothing. */
const DIFFERENT = "DIFFERENT";

type Counted = { readonly counts: CashCount[]; readonly total: number };

/**
 * Closes the shift on a count that was made without seeing what to expect. Where the two differ and no
 * reason is given yet, nothing is closed: the answer tells the difference once the count is durable, so
 * that no crash in between makes a second count a first. Otherwise entry, Z report and its print are one transaction. It needs neither centre nor
 * printer, and leaves the open cart for the next shift.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, CASH_COUNT_INVALID, NOTE_NEEDED, COMMAND_REUSED.
 */
export function closeShift(till: Till, input: CloseShiftInput): CloseResult {
  const staff = till.session.require();
  const counted = valueOf(checkCashCount(input.counts));
  const { commandId, reason, note } = input;
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const content = { counts: JSON.stringify(counted.counts), reason, note };
    return once(db, { commandId, procedure: "shift.close", content, at }, () =>
      needsReason(till, db, { counted, reason })
        ? DIFFERENT
        : close(till, db, { staff, input, counted }),
    );
  });
  if (outcome.result === DIFFERENT) return differenceOf(till, counted);
  if (!outcome.repeated) {
    till.entryWritten();
    till.receiptQueued(false);
    till.shiftClosed();
  }
  till.changed();
  return { kind: "CLOSED", report: keptReport(till.file.db(), outcome.result) };
}

/** Whether a count differs without a reason; it is kept then. */
function needsReason(
  till: Till,
  db: WriteDb,
  { counted, reason }: { readonly counted: Counted } & Pick<CloseShiftInput, "reason">,
): boolean {
  const shift = requireShift(db);
  const { expected } = standingOf(till, db, shift).report;
  if (counted.total === expected || reason !== null) return false;
  countShiftOnceMore(db, shift.shiftId, counted.total);
  return true;
}

/** Told anew on a repeat. Fails with: NO_SHIFT once it was closed. */
function differenceOf(till: Till, counted: Counted): CloseResult {
  const db = till.file.db();
  const { expected } = standingOf(till, db, requireShift(db)).report;
  const difference = counted.total - expected;
  return { kind: "DIFFERENT", expected, counted: counted.total, difference };
}

type Closing = {
  readonly staff: Staff;
  readonly input: CloseShiftInput;
  readonly counted: Counted;
};

/** Everything of a close inside its transaction; gives the report's id. */
function close(till: Till, db: WriteDb, closing: Closing): string {
  const { staff, input, counted } = closing;
  const shift = requireShift(db);
  const standing = standingOf(till, db, shift);
  // A reason given for what turned out right is none.
  const different = counted.total !== standing.report.expected;
  const kept = different ? privateNote(till, input) : null;
  const zNumber = lastZNumber(db) + 1;
  const entry = till.journal().write(db, {
    actorId: staff.cashierId,
    commandId: input.commandId,
    ...draftPrivate(kept),
    build: (head) =>
      closedBody(db, head, {
        standing,
        counted,
        zNumber,
        reason: different ? input.reason : null,
        ...countsOf(shift, counted.total, different),
        privateHash: kept?.hash ?? null,
      }),
  });
  markShiftClosed(db, shift.shiftId, entry.at);
  setZNumber(db, zNumber);
  return keepReport(till, db, { standing, entry, closedBy: staff.name });
}

/** A count sent again with its reason is the same count. */
function countsOf(
  { countings, firstCounted }: ShiftRow,
  counted: number,
  different: boolean,
): Pick<ShiftClosedBody, "countings" | "firstCounted"> {
  const again = different && (countings > 1 || counted === firstCounted);
  const all = again ? countings : countings + 1;
  return all === 1 || firstCounted === null ? { countings: all } : { countings: all, firstCounted };
}

type Given = Pick<
  ShiftClosedBody,
  "zNumber" | "reason" | "countings" | "firstCounted" | "privateHash"
> & {
  readonly standing: Standing;
  readonly counted: Counted;
};

function closedBody(db: WriteDb, head: EntryHead, given: Given): ShiftClosedBody {
  const { standing, counted, zNumber, reason, countings, firstCounted, privateHash } = given;
  const { report, saleIds } = standing;
  const witness = newestHead(db);
  return {
    v: 1,
    kind: "SHIFT_CLOSED",
    ...head,
    shiftId: report.shiftId,
    zNumber,
    float: report.float,
    cashSales: report.cashSales,
    cashIn: report.cashIn,
    cashOut: report.cashOut,
    cashRefunds: report.cashRefunds,
    expected: report.expected,
    counts: counted.counts,
    counted: counted.total,
    difference: counted.total - report.expected,
    reason,
    countings,
    ...(firstCounted === undefined ? {} : { firstCounted }),
    sales: report.sales,
    returns: report.returns,
    voids: report.voids,
    sealed: { count: saleIds.length, hash: sha256Hex(sealedText(saleIds)) },
    turnover: report.turnover,
    reversals: report.reversals,
    witness: witness === null ? null : { seq: witness.seq, code: codeOfHash(witness.hash) },
    privateHash,
  };
}

function keepReport(
  till: Till,
  db: WriteDb,
  by: {
    readonly standing: Standing;
    readonly entry: Entry<ShiftClosedBody>;
    readonly closedBy: string;
  },
): string {
  const { entry, closedBy } = by;
  const { seq, hash, at, signed, body } = entry;
  const { zNumber, counts, counted, difference, reason, sealed, witness } = body;
  const { countings, firstCounted } = body;
  const { reportId, shiftId } = by.standing.report;
  const closing = {
    zNumber,
    counts,
    counted,
    difference,
    reason,
    countings,
    firstCounted,
    sealed,
    witness,
    closedBy,
    seq,
    code: codeOfHash(hash),
    signed,
  };
  const kept = JSON.stringify({ ...by.standing.report, at, closing });
  insertReport(db, { reportId, shiftId, zNumber, at, body: kept });
  const document = { kind: "SHIFT_Z", ref: reportId } as const;
  insertPrintJob(db, { jobId: till.newId(), document, copy: 0, at });
  return reportId;
}
