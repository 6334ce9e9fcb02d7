import { formatRupiah } from "../../../shared/domain/money.ts";
import { formatWibDateTime, periodLabel } from "../../../shared/domain/period.ts";
import type {
  ReceiptBuyer,
  ReceiptInstitution,
  ReceiptLine,
  ReceiptModel,
} from "../../../shared/domain/receipt.ts";
import { copyMark, letterhead, reversedMark, trainingMark } from "./paper-parts.ts";
import { field, row, wrap, wrapCentred, wrapIndented } from "./paper-text.ts";
import { AIR, bold, type Columns, type PrintLine, plain, QUIET, rule, tall } from "./print-line.ts";

const LABEL = 7;
const INDENT = 2;

/** Money taken off. */
function minus(amount: number): string {
  return formatRupiah(-amount);
}

/** What stands on the paper, line by line, for a paper of so many columns. */
export function layoutReceipt(model: ReceiptModel, columns: Columns): PrintLine[] {
  const marks = [
    ...trainingMark(model.training, columns),
    ...copyMark(model.copy, columns),
    ...reversedMark(model.reversed, columns),
  ];
  const training = model.training ? bold(wrapCentred(TRAINING, columns)) : [];
  return [
    ...marks,
    ...head(model, columns),
    ...training,
    rule(columns),
    ...model.lines.flatMap((line) => [...goods(line, model.buyer !== null, columns), ...training]),
    rule(columns),
    ...sums(model, columns),
    ...training,
    ...(model.buyer === null ? [] : [rule(columns), ...buyerBlock(model.buyer, columns)]),
    ...(model.institution === null
      ? []
      : [rule(columns), ...institutionBlock(model.institution, columns)]),
    rule(columns),
    ...(model.training ? noProof(columns) : proof(model, columns)),
    ...marks,
  ];
}

function head(model: ReceiptModel, columns: Columns): PrintLine[] {
  return [
    ...letterhead(model, columns),
    rule(columns),
    ...plain(field({ label: "Nomor", value: model.number }, columns, LABEL)),
    ...plain(
      field({ label: "Waktu", value: `${formatWibDateTime(model.at)} WIB` }, columns, LABEL),
    ),
    ...plain(field({ label: "Kasir", value: model.cashierName }, columns, LABEL)),
  ];
}

function goods(line: ReceiptLine, forAsn: boolean, columns: Columns): PrintLine[] {
  const times = `${line.qty} x ${formatRupiah(line.unitPrice)}`;
  const discount = { left: "Potongan", amount: minus(line.lineDiscount) };
  return [
    ...bold(wrap(line.name, columns)),
    ...plain(wrapIndented(line.makerName, columns, INDENT)),
    ...plain(row({ left: times, amount: formatRupiah(line.gross) }, columns, INDENT)),
    ...(line.lineDiscount === 0 ? [] : plain(row(discount, columns, INDENT))),
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
    { left: "Potongan barang", amount: model.lineDiscounts },
    { left: "Potongan belanja", amount: model.saleDiscount },
  ].filter(({ amount }) => amount > 0);
  const pieces = model.lines.reduce((sum, line) => sum + line.qty, 0);
  const before = [
    ...amountRow(`Subtotal (${pieces} barang)`, model.subtotal, columns),
    ...discounts.flatMap(({ left, amount }) => row({ left, amount: minus(amount) }, columns)),
  ];
  const tenders = model.tenders.flatMap(({ kind, amount }) =>
    amountRow(TENDERS[kind], amount, columns),
  );
  return [
    ...plain(before),
    AIR,
    ...total(model.total, columns),
    AIR,
    ...plain(tenders),
    ...(hasChange(model) ? bold(amountRow("Kembali", model.change, columns)) : []),
  ];
}

/** Change comes from cash alone; without cash a "Rp0" would only raise a question. */
function hasChange({ tenders, change }: ReceiptModel): boolean {
  return change > 0 || tenders.some(({ kind }) => kind === "CASH");
}

function amountRow(left: string, amount: number, width: number): string[] {
  return row({ left, amount: formatRupiah(amount) }, width);
}

/** The largest thing on the paper: four times a character's area where that fits, else twice. */
function total(amount: number, columns: Columns): PrintLine[] {
  const wide = amountRow("TOTAL", amount, columns / 2);
  if (wide.length > 1) return tall(amountRow("TOTAL", amount, columns));
  return wide.map((text) => ({
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
    plain(field({ label, value }, columns, LABEL));
  return [
    ...bold(["PEMBELI ASN"]),
    ...named("Nama", buyer.name ?? "nama tidak tersedia"),
    ...(buyer.nipLast4 === null ? [] : named("NIP", `****${buyer.nipLast4}`)),
    ...(buyer.officeName === null ? [] : named("Unit", buyer.officeName)),
    ...named("Bukti", ASSURANCES[buyer.assurance]),
    ...(buyer.proxy ? named("", "diwakilkan") : []),
    ...(buyer.match === "PENDING" ? named("", "menunggu pencocokan") : []),
    ...plain(amountRow("Diakui", buyer.counted, columns)),
    ...plain(monthText(buyer).flatMap((text) => wrap(text, columns))),
  ];
}

const INSTITUTIONS: Readonly<Record<ReceiptInstitution["type"], string>> = {
  BUMN: "BUMN",
  BUMD: "BUMD",
  FIRM: "Perusahaan swasta",
  VILLAGE: "Pemerintah desa",
  OPD: "Perangkat daerah (OPD)",
};

function institutionBlock(buyer: ReceiptInstitution, columns: Columns): PrintLine[] {
  const named = (label: string, value: string): PrintLine[] =>
    plain(field({ label, value }, columns, LABEL));
  return [
    ...bold(["PEMBELI LEMBAGA"]),
    ...named("Nama", buyer.name),
    ...named("Jenis", INSTITUTIONS[buyer.type]),
    ...(buyer.reference === "" ? [] : named("Acuan", buyer.reference)),
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

/** No paper of a training sale can pass for a receipt, whole or torn. */
const TRAINING = "* LATIHAN * LATIHAN *";

function noProof(columns: Columns): PrintLine[] {
  return [
    ...bold(wrapCentred("BUKAN STRUK PENJUALAN", columns)),
    ...plain(
      wrapCentred("Tidak ada barang yang dijual dan tidak ada uang yang dihitung.", columns),
    ),
  ];
}

const CHECKABLE = "Pindai untuk cek keaslian struk";
/** The centre does not know the till yet, and would call the receipt unknown. */
const PROVISIONAL =
  "Kasir pengganti, belum terhubung ke pusat. Keaslian struk dapat dicek setelah terhubung.";

function proof(model: ReceiptModel, columns: Columns): PrintLine[] {
  const code = (model.code.match(/.{1,4}/g) ?? []).join(" ");
  const checked: PrintLine[] =
    model.qrUrl === null || model.unsigned
      ? bold(wrapCentred("tanda tangan menyusul", columns))
      : [
          QUIET,
          { kind: "QR", data: model.qrUrl },
          QUIET,
          ...plain(wrapCentred(model.provisional ? PROVISIONAL : CHECKABLE, columns)),
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
