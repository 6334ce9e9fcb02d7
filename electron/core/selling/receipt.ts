import { z } from "zod";
import { PrinterSettings } from "../../../shared/contract/core-api.ts";
import { BuyerAssurance } from "../../../shared/contract/primitives.ts";
import { MonthStatus } from "../../../shared/contract/till-state.ts";
import { rupiah } from "../../../shared/domain/money.ts";
import { last4 } from "../../../shared/domain/nip.ts";
import { dateOf } from "../../../shared/domain/period.ts";
import { encodeReceiptLink, receiptUrl } from "../../../shared/domain/receipt-link.ts";
import { type ReceiptModel, receiptModel } from "../../../shared/domain/receipt.ts";
import type { SaleBody } from "../../../shared/domain/sale.ts";
import type { Till } from "../context.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { outletById } from "../db/stores/outlet.ts";
import { insertPrintJob, type PrintJobRow } from "../db/stores/print-job.ts";
import { personById } from "../db/stores/roster.ts";
import { setting, setSetting } from "../db/stores/setting.ts";
import type { Entry } from "../journal/journal.ts";
import { openSealed, sealText } from "../keys/sealing.ts";
import type { TillKeys } from "../keys/till-keys.ts";
import type { Sale } from "./pay-cash.ts";
import { identityOf, policyAt, standingOf } from "./person.ts";

/** Without a policy there is still a rule to print: a buyer always has one. */
const DEFAULT_RETURN_RULE = "Barang rusak atau keliru: bawa struk ini ke galeri.";

const Money = z.int().min(0).transform(rupiah);
const Month = MonthStatus.extend({
  obligation: Money.nullable(),
  counted: Money,
  short: Money,
});
const StoredBuyer = z.object({
  name: z.string().nullable(),
  nipLast4: z.string().nullable(),
  officeName: z.string().nullable(),
  assurance: BuyerAssurance,
  match: z.enum(["MATCHED", "PENDING"]),
  proxy: z.boolean(),
  counted: Money,
  month: Month.nullable(),
});
const StoredModel = z.object({
  outletName: z.string(),
  outletAddress: z.string(),
  number: z.string(),
  at: z.int(),
  cashierName: z.string(),
  lines: z.array(
    z.object({
      qty: z.int(),
      name: z.string(),
      makerName: z.string(),
      unitPrice: Money,
      gross: Money,
      lineDiscount: Money,
      net: Money,
      mayCount: z.boolean(),
    }),
  ),
  subtotal: Money,
  lineDiscounts: Money,
  saleDiscount: Money,
  total: Money,
  tenders: z.array(z.object({ kind: z.enum(["CASH", "QRIS", "TRANSFER", "CARD"]), amount: Money })),
  change: Money,
  buyer: z.null(),
  code: z.string(),
  qrUrl: z.string().nullable(),
  returnRule: z.string(),
  copy: z.int().nullable(),
  unsigned: z.boolean(),
});

/** Puts a sale's receipt in the printer's queue, within the sale's transaction. */
export function queueReceipt(
  till: Till,
  db: WriteDb,
  sale: Sale & { readonly cashierName: string },
): void {
  const model = saleReceipt(till, db, sale);
  queueModel(till, db, { saleId: sale.entry.body.saleId, copy: 0, model, at: sale.entry.at });
}

/** Puts a receipt in the queue; its buyer is sealed. */
export function queueModel(
  till: Till,
  db: WriteDb,
  receipt: {
    readonly saleId: string;
    readonly copy: number;
    readonly model: ReceiptModel;
    readonly at: number;
  },
): void {
  const { saleId, copy, model, at } = receipt;
  const keys = till.keys();
  const buyerSealed =
    model.buyer === null || keys === null
      ? null
      : sealText(keys.dataKey, JSON.stringify(model.buyer), till.random);
  const stored = JSON.stringify({ ...model, buyer: null });
  insertPrintJob(db, { jobId: till.newId(), saleId, copy, model: stored, buyerSealed }, at);
}

/** The receipt of a queued job, with its buyer when the key is there to open it. */
export function storedReceipt(
  job: Pick<PrintJobRow, "model" | "buyerSealed">,
  keys: TillKeys | null,
): ReceiptModel {
  const model = StoredModel.parse(JSON.parse(job.model));
  if (job.buyerSealed === null || keys === null) return model;
  const buyer = StoredBuyer.parse(JSON.parse(openSealed(keys.dataKey, job.buyerSealed)));
  return { ...model, buyer };
}

function saleReceipt(
  till: Till,
  db: ReadDb,
  sale: Sale & { readonly cashierName: string },
): ReceiptModel {
  const { entry, priced } = sale;
  const { outletId } = till.identity();
  const outlet = outletById(db, outletId) ?? { name: "Galeri Dekranasda", address: "" };
  const { personId } = entry.body.buyer;
  const identity = identityOf(personId === null ? null : personById(db, personId), till.keys());
  const nip = identity?.nip ?? sale.nip;
  const policy = policyAt(db, dateOf(entry.at));
  return receiptModel({
    body: entry.body,
    hash: entry.hash,
    outletName: outlet.name,
    outletAddress: outlet.address,
    cashierName: sale.cashierName,
    goods: priced.lines,
    buyer: {
      name: identity?.name ?? null,
      nipLast4: nip === null ? null : last4(nip),
      officeName: identity?.officeName ?? null,
    },
    // The sale already stands in the same transaction, so it is in this figure.
    month: standingOf(db, { personId, period: entry.body.period }),
    printObligationLine: policy?.printObligationLine === 1,
    returnRule: policy?.returnRule ?? DEFAULT_RETURN_RULE,
    qrUrl: qrUrlOf(till, entry),
    copy: null,
  });
}

function qrUrlOf(till: Till, entry: Entry<SaleBody>): string | null {
  if (entry.receiptSignature === null) return null;
  const { tillId, centreUrl } = till.identity();
  const { number, at, total } = entry.body;
  const fields = { tillId, seq: entry.seq, hash: entry.hash, number, at, total };
  const signature = Buffer.from(entry.receiptSignature, "base64url");
  return receiptUrl(centreUrl, encodeReceiptLink(fields, signature));
}

/** How to reach and drive the receipt printer, or null while none is set. */
export function printerSettings(db: ReadDb): PrinterSettings | null {
  const stored = setting(db, "printer");
  return stored === null ? null : PrinterSettings.parse(JSON.parse(stored));
}

export function savePrinterSettings(db: WriteDb, settings: PrinterSettings): void {
  setSetting(db, "printer", JSON.stringify(settings));
}
