import { formatRupiah } from "../../../shared/domain/money.ts";
import { formatWibDate } from "../../../shared/domain/period.ts";
import type { ReceiptModel } from "../../../shared/domain/receipt.ts";
import { terbilangRupiah } from "../../../shared/domain/terbilang.ts";
import { copyMark, letterhead, reversedMark, signatureLine } from "./paper-parts.ts";
import { field, row, wrapCentred, wrapIndented } from "./paper-text.ts";
import { AIR, bold, type Columns, type PrintLine, plain, QUIET, rule, tall } from "./print-line.ts";

/** What a kuitansi says beside its receipt: who paid, for what letter. */
export type Invoice = {
  readonly receipt: ReceiptModel;
  /** null: written in by hand */
  readonly payer: string | null;
  /** an order's or a letter's number; null where none was given */
  readonly reference: string | null;
  readonly copy: number;
};

const LABEL = 12;

/**
 * Nota and kuitansi of an office's purchase: the goods, the amount in words, room for stamp and
 * signatures. It is a paper for the books beside the receipt, with the receipt's number.
 */
export function layoutInvoice(invoice: Invoice, columns: Columns): PrintLine[] {
  const { receipt, copy } = invoice;
  const mark = [...copyMark(copy, columns), ...reversedMark(receipt.reversed, columns)];
  return [
    ...mark,
    ...letterhead(receipt, columns),
    AIR,
    ...tall(wrapCentred("NOTA / KUITANSI", columns)),
    rule(columns),
    ...paidBy(invoice, columns),
    rule(columns),
    ...goods(receipt, columns),
    rule(columns),
    ...amount(receipt, columns),
    rule(columns),
    ...signatures(receipt, columns),
    ...mark,
  ];
}

function paidBy({ receipt, payer, reference }: Invoice, columns: Columns): PrintLine[] {
  const named = (label: string, value: string): PrintLine[] =>
    plain(field({ label, value }, columns, LABEL));
  return [
    ...named("Nomor", receipt.number),
    ...named("Tanggal", formatWibDate(receipt.at)),
    ...named("Terima dari", payer ?? ".".repeat(Math.min(30, columns - LABEL))),
    ...(reference === null ? [] : named("Nomor surat", reference)),
    ...named("Untuk", "pembelian produk UMKM, rincian berikut"),
  ];
}

function goods(
  { lines, lineDiscounts, saleDiscount }: ReceiptModel,
  columns: Columns,
): PrintLine[] {
  const discount = lineDiscounts + saleDiscount;
  const indent = String(lines.length).length + 2;
  return [
    ...lines.flatMap((line, index) => {
      const left = `${line.qty} x ${formatRupiah(line.unitPrice)}`;
      return [
        ...plain(numbered(index + 1, line.name, { columns, indent })),
        ...plain(wrapIndented(line.makerName, columns, indent)),
        ...plain(row({ left, amount: formatRupiah(line.gross) }, columns, indent)),
      ];
    }),
    ...(discount === 0
      ? []
      : plain(row({ left: "Potongan", amount: formatRupiah(-discount) }, columns))),
  ];
}

/** The number stands before the first line of the name, the others hang under it. */
function numbered(
  no: number,
  name: string,
  { columns, indent }: { readonly columns: Columns; readonly indent: number },
): string[] {
  const [first = "", ...rest] = wrapIndented(name, columns, indent);
  return [`${no}.`.padEnd(indent) + first.slice(indent), ...rest];
}

function amount({ total }: ReceiptModel, columns: Columns): PrintLine[] {
  return [
    AIR,
    ...tall(row({ left: "JUMLAH", amount: formatRupiah(total) }, columns)),
    AIR,
    ...plain(["Terbilang:"]),
    ...bold(wrapIndented(terbilangRupiah(total), columns, 2)),
  ];
}

function signatures(receipt: ReceiptModel, columns: Columns): PrintLine[] {
  const code = (receipt.code.match(/.{1,4}/g) ?? []).join(" ");
  const qr: PrintLine[] =
    receipt.qrUrl === null
      ? bold(wrapCentred("tanda tangan menyusul", columns))
      : [QUIET, { kind: "QR", data: receipt.qrUrl }, QUIET];
  return [
    ...plain(wrapCentred("Penerima uang, cap galeri", columns)),
    ...signatureLine(receipt.cashierName, columns, true),
    AIR,
    ...plain(wrapCentred("Yang membayar", columns)),
    ...signatureLine("nama, NIP, cap", columns, true),
    rule(columns),
    ...bold(wrapCentred(`Kode ${code}`, columns)),
    ...qr,
  ];
}
