import { AppError } from "../../../shared/contract/errors.ts";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { codeOfHash } from "../../../shared/domain/journal.ts";
import type { Till } from "../context.ts";
import { entryBySeq, type JournalRow } from "../db/stores/journal.ts";
import type { ReadDb } from "../db/database.ts";
import { printStanding } from "../db/stores/print-job.ts";
import { printers } from "../db/stores/printer.ts";
import { personById } from "../db/stores/roster.ts";
import { lastSale, type SaleRow, saleByCommand, saleById, saleFigures } from "../db/stores/sale.ts";
import { lastTrainingId, training } from "../db/stores/training.ts";
import { trainingView } from "../training/training-sale.ts";
import { identityOf, standingOf } from "./person.ts";
import { receiptAddress } from "./receipt.ts";
import { entryPrivate } from "./sale-private.ts";

/** A committed sale as the windows show it. Fails with: NOT_FOUND. */
export function saleViewById(till: Till, saleId: string): SaleView {
  const sale = saleById(till.file.db(), saleId);
  const view = sale === null ? trainingView(till, saleId) : saleView(till, sale);
  if (view === null) throw new AppError("NOT_FOUND");
  return view;
}

/** The sale a command made, or null: then nothing of it is there. */
export function saleViewByCommand(till: Till, commandId: string): SaleView | null {
  const sale = saleByCommand(till.file.db(), commandId);
  return sale === null ? trainingView(till, commandId) : saleView(till, sale);
}

/** The sale made last; while there is training, the one made last in it. */
export function lastSaleView(till: Till): SaleView | null {
  if (training(till.file.db()) !== null) {
    const trainingId = lastTrainingId(till.file.db());
    return trainingId === null ? null : trainingView(till, trainingId);
  }
  const sale = lastSale(till.file.db());
  return sale === null ? null : saleView(till, sale);
}

function saleView(till: Till, sale: SaleRow): SaleView {
  const db = till.file.db();
  const entry = entryBySeq(db, sale.seq);
  const print = printStanding(db, { kind: "SALE", ref: sale.saleId });
  const person = sale.personId === null ? null : personById(db, sale.personId);
  const { pieces, tendered } = saleFigures(db, sale.saleId);
  const { saleId, number, at, period, total, counted, change, copies } = sale;
  return {
    saleId,
    number,
    at,
    period,
    total,
    counted,
    tendered,
    change,
    pieces,
    buyerKind: sale.buyerKind,
    buyerName: identityOf(person, till.keys())?.name ?? institutionName(till, entry),
    month: standingOf(db, { personId: sale.personId, period }),
    code: entry === null ? "" : codeOfHash(entry.hash),
    signed: entry !== null && entry.signature !== "",
    printOutcome: print?.outcome ?? "WAITING",
    printErrorCode: print?.errorCode ?? null,
    copies,
    qrUrl: entry === null || !isPaperOut(db, print) ? null : receiptAddress(till, sale, entry),
  };
}

/** No printer, or one that did not take the newest print of the receipt. */
function isPaperOut(db: ReadDb, print: ReturnType<typeof printStanding>): boolean {
  if (print === null || print.outcome === "FAILED") return true;
  if (print.outcome !== "WAITING") return false;
  return print.errorCode !== null || printers(db).every(({ role }) => role !== "RECEIPT");
}

function institutionName(till: Till, entry: JournalRow | null): string | null {
  return entry === null ? null : (entryPrivate(entry, till.keys()).institution?.name ?? null);
}
