import { TrainingBody } from "../../../shared/contract/journal-bodies.ts";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { instantMs, periodOf } from "../../../shared/domain/period.ts";
import { type ReceiptModel, trainingReceipt } from "../../../shared/domain/receipt.ts";
import { TRAINING_MARK, type TrainingBody as Training } from "../../../shared/domain/training.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import { cashierById } from "../db/stores/cashier.ts";
import type { ReadDb } from "../db/database.ts";
import { entryBySeq } from "../db/stores/journal.ts";
import { outletById } from "../db/stores/outlet.ts";
import { printStanding } from "../db/stores/print-job.ts";
import { goodsById } from "../db/stores/product.ts";
import { trainingSeq } from "../db/stores/training.ts";

/** A training sale as the windows show it, by its id or its command's; null: there is none. */
export function trainingView(till: Till, id: string): SaleView | null {
  const db = till.file.db();
  const body = trainingBody(db, id);
  if (body === null) return null;
  const { trainingId, total, change, lines, tenders } = body;
  const at = instantMs(body.at);
  const print = printStanding(db, { kind: "TRAINING", ref: trainingId });
  const nobody = { buyerKind: "PUBLIC", buyerName: null, month: null, counted: 0 } as const;
  return {
    saleId: trainingId,
    number: TRAINING_MARK,
    at,
    period: periodOf(at),
    total,
    tendered: tenders.reduce((sum, { amount }) => sum + amount, 0),
    change,
    pieces: lines.reduce((sum, { qty }) => sum + qty, 0),
    ...nobody,
    code: "",
    signed: true,
    printOutcome: print?.outcome ?? "WAITING",
    printErrorCode: print?.errorCode ?? null,
    copies: 0,
    qrUrl: null,
  };
}

/** What is printed of a training sale. Fails with: NOT_FOUND. */
export function trainingReceiptOf(till: Till, trainingId: string): ReceiptModel {
  const db = till.file.db();
  const body = trainingBody(db, trainingId);
  if (body === null) throw new AppError("NOT_FOUND");
  const { outletId } = till.identity();
  const outlet = outletById(db, outletId);
  return trainingReceipt({
    body,
    outletName: outlet?.name ?? "Galeri Dekranasda",
    outletAddress: outlet?.address ?? "",
    cashierName: cashierById(db, body.actorId)?.name ?? "",
    goods: body.lines.map(({ productId }) => {
      const { name = "Barang", makerName = "" } = goodsById(db, outletId, productId) ?? {};
      return { name, makerName };
    }),
  });
}

function trainingBody(db: ReadDb, id: string): Training | null {
  const seq = trainingSeq(db, id);
  const entry = seq === null ? null : entryBySeq(db, seq);
  return entry === null ? null : TrainingBody.parse(JSON.parse(entry.body));
}
