import { formatRupiah } from "../../../shared/domain/money.ts";
import { formatWibDateTime, periodLabel } from "../../../shared/domain/period.ts";
import type { ReceiptBuyer, ReceiptLine, ReceiptModel } from "../../../shared/domain/receipt.ts";
import { field, row, wrap, wrapCentred, wrapIndented } from "./paper-text.ts";
import { AIR, bold, type Columns, type PrintLine, plain, QUIET, rule, tall } from "./print-line.ts";

const LABEL = 7;
const INDENT = 2;

/** What stands on the paper, line by line, for a paper of so many columns. */
export function layoutReceipt(model: ReceiptModel, columns: Columns): PrintLine[] {
  return [
    ...copyMark(model, columns),
    ...head(model, columns),
    rule(columns),
    ...model.lines.flatMap((line) => goods(line, model.buyer !== null, columns)),
    rule(columns),
    ...sums(model, columns),
    ...(model.buyer === null ? [] : [rule(columns), ...buyerBlock(model.buyer, columns)]),
    rule(columns),
    ...proof(model, columns),
    ...copyMark(model, columns),
  ];
}

function copyMark({ copy }: ReceiptModel, columns: Columns): PrintLine[] {
  if (copy === null) return [];
  return [AIR, ...tall(wrapCentred(`*** SALINAN KE-${copy} ***`, columns)), AIR];
}

function head(model: ReceiptModel, columns: Columns): PrintLine[] {
  return [
    ...tall(wrapCentred(model.outletName, columns)),
    AIR,
    ...plain(wrapCentred(model.outletAddress, columns)),
    rule(columns),
    ...plain(field("Nomor", model.number, columns, LABEL)),
    ...plain(field("Waktu", `${formatWibDateTime(model.at)} WIB`, columns, LABEL)),
    ...plain(field("Kasir", model.cashierName, columns, LABEL)),
  ];
}

function goods(line: ReceiptLine, forAsn: boolean, columns: Columns): PrintLine[] {
  const times = `${line.qty} x ${formatRupiah(line.unitPrice)}`;
  const discount = formatRupiah(-line.lineDiscount);
  return [
    ...bold(wrap(line.name, columns)),
    ...plain(wrapIndented(line.makerName, columns, INDENT)),
    ...plain(row(times, formatRupiah(line.gross), columns, INDENT)),
    ...(line.lineDiscount === 0 ? [] : plain(row("Potongan", discount, columns, INDENT))),
    ...(forAsn && !line.mayCount
      ? plain(wrapIndented("(tidak dihitung kewajiban)", columns, INDENT))
      : []),
  ];
}

const TENDERS: Readonly<Record<ReceiptModel["tenders"][number]["kind"], string>> = {
  CASH: "Tunai",
  QRIS: "QRIS",
  TRANSFER: "Transfer",
  CARD: "Kartu",
};

function sums(model: ReceiptModel, columns: Columns): PrintLine[] {
  const discounts = [
    { label: "Potongan barang", amount: model.lineDiscounts },
    { label: "Potongan belanja", amount: model.saleDiscount },
  ].filter(({ amount }) => amount > 0);
  const pieces = model.lines.reduce((sum, line) => sum + line.qty, 0);
  const before = [
    ...row(`Subtotal (${pieces} barang)`, formatRupiah(model.subtotal), columns),
    ...discounts.flatMap(({ label, amount }) => row(label, formatRupiah(-amount), columns)),
  ];
  const tenders = model.tenders.flatMap(({ kind, amount }) =>
    row(TENDERS[kind], formatRupiah(amount), columns),
  );
  return [
    ...plain(before),
    AIR,
    ...total(formatRupiah(model.total), columns),
    AIR,
    ...plain(tenders),
    ...bold(row("Kembali", formatRupiah(model.change), columns)),
  ];
}

/** The largest thing on the paper: four times a character's area where that fits, else twice. */
function total(amount: string, columns: Columns): PrintLine[] {
  const wide = columns / 2;
  if ("TOTAL ".length + amount.length > wide) return tall(row("TOTAL", amount, columns));
  return row("TOTAL", amount, wide).map((text) => ({
    kind: "TEXT",
    text,
    size: "LARGE",
    bold: true,
  }));
}

const ASSURANCES: Readonly<Record<ReceiptBuyer["assurance"], string>> = {
  SIGNED_CARD: "Kartu ASN",
  ENROLLED_QR: "QR terdaftar",
  NIP_QR: "QR NIP, dicocokkan kasir",
  TYPED_NIP: "NIP diketik, dicocokkan kasir",
};

function buyerBlock(buyer: ReceiptBuyer, columns: Columns): PrintLine[] {
  const named = (label: string, value: string): PrintLine[] =>
    plain(field(label, value, columns, LABEL));
  return [
    ...bold(["PEMBELI ASN"]),
    ...named("Nama", buyer.name ?? "nama tidak tersedia"),
    ...(buyer.nipLast4 === null ? [] : named("NIP", `****${buyer.nipLast4}`)),
    ...(buyer.officeName === null ? [] : named("Unit", buyer.officeName)),
    ...named("Bukti", ASSURANCES[buyer.assurance]),
    ...(buyer.proxy ? named("", "diwakilkan") : []),
    ...(buyer.match === "PENDING" ? named("", "menunggu pencocokan") : []),
    ...plain(row("Diakui", formatRupiah(buyer.counted), columns)),
    ...plain(monthText(buyer).flatMap((text) => wrap(text, columns))),
  ];
}

function monthText({ month }: ReceiptBuyer): string[] {
  if (month === null) return [];
  const label = periodLabel(month.period);
  const counted = formatRupiah(month.counted);
  const obligation = formatRupiah(month.obligation ?? 0);
  switch (month.state) {
    case "MET":
      return [`${label}: terpenuhi, tercatat ${counted} dari ${obligation}.`];
    case "SHORT": {
      const short = formatRupiah(month.short);
      return [`${label}: tercatat ${counted} dari ${obligation}, kurang ${short}.`];
    }
    case "NOT_OBLIGED":
      return [`${label}: tidak wajib, tercatat ${counted}.`];
    case "EXEMPT":
      return [`${label}: dikecualikan, tercatat ${counted}.`];
    case "UNKNOWN":
      return [];
  }
}

function proof(model: ReceiptModel, columns: Columns): PrintLine[] {
  const code = (model.code.match(/.{1,4}/g) ?? []).join(" ");
  const checked: PrintLine[] =
    model.qrUrl === null || model.unsigned
      ? bold(wrapCentred("tanda tangan menyusul", columns))
      : [
          QUIET,
          { kind: "QR", data: model.qrUrl },
          QUIET,
          ...plain(wrapCentred("Pindai untuk cek keaslian struk", columns)),
        ];
  return [
    ...bold(wrapCentred(`Kode ${code}`, columns)),
    ...checked,
    QUIET,
    ...plain(wrapCentred(model.returnRule, columns)),
    AIR,
    ...plain(wrapCentred("Terima kasih telah membeli produk UMKM.", columns)),
  ];
}
