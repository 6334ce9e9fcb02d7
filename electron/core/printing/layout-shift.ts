import type { ShiftReport } from "../../../shared/contract/shift.ts";
import { formatRupiah } from "../../../shared/domain/money.ts";
import { formatWibDateTime, formatWibTime } from "../../../shared/domain/period.ts";
import {
  type CashDirection,
  type CashReason,
  type DifferenceReason,
  TENDER_KINDS,
} from "../../../shared/domain/shift.ts";
import { copyMark, letterhead, signatureLine } from "./paper-parts.ts";
import { field, row, wrap, wrapCentred } from "./paper-text.ts";
import { AIR, bold, type Columns, type PrintLine, plain, rule, tall } from "./print-line.ts";

const LABEL = 8;

/** What stands on an X or Z report. An X says nothing of the cash to expect: it is counted blind. */
export function layoutShift(report: ShiftReport, copy: number, columns: Columns): PrintLine[] {
  const { closing } = report;
  return [
    ...copyMark(copy, columns),
    ...head(report, columns),
    rule(columns),
    ...sold(report, columns),
    rule(columns),
    ...drawer(report, columns),
    ...(closing === null ? [] : closed(closing, columns)),
    rule(columns),
    ...foot(report, columns),
    ...copyMark(copy, columns),
  ];
}

type Named = { readonly label: string; readonly value: string };

function fields(named: readonly Named[], columns: Columns): PrintLine[] {
  return plain(named.flatMap((one) => field(one, columns, LABEL)));
}

function amounts(rows: readonly (readonly [string, number])[], columns: Columns): PrintLine[] {
  return plain(
    rows.flatMap(([left, amount]) => row({ left, amount: formatRupiah(amount) }, columns)),
  );
}

function boldAmount(left: string, amount: number, columns: Columns): PrintLine[] {
  return bold(row({ left, amount: formatRupiah(amount) }, columns));
}

function head(report: ShiftReport, columns: Columns): PrintLine[] {
  const { closing } = report;
  const title = closing === null ? "LAPORAN X" : `LAPORAN Z-${closing.zNumber}`;
  const under = closing === null ? "Kas masih berjalan" : "Kas ditutup";
  return [
    ...letterhead(report, columns),
    AIR,
    ...tall(wrapCentred(title, columns)),
    ...plain(wrapCentred(under, columns)),
    rule(columns),
    ...fields(
      [
        { label: "Kasir", value: report.tillName },
        { label: "Dibuka", value: `${formatWibDateTime(report.openedAt)} WIB` },
        { label: "oleh", value: report.openedBy },
        {
          label: closing === null ? "Dicetak" : "Ditutup",
          value: `${formatWibDateTime(report.at)} WIB`,
        },
        ...(closing === null ? [] : [{ label: "oleh", value: closing.closedBy }]),
      ],
      columns,
    ),
  ];
}

const TENDERS: Readonly<Record<(typeof TENDER_KINDS)[number], string>> = {
  CASH: "Tunai",
  QRIS: "QRIS",
  TRANSFER: "Transfer",
  CARD: "Kartu",
};

function sold({ sales, returns, voids }: ShiftReport, columns: Columns): PrintLine[] {
  const tenders = TENDER_KINDS.filter((kind) => kind === "CASH" || sales.byTender[kind] !== 0);
  return [
    ...bold(["PENJUALAN"]),
    ...amounts(
      tenders.map((kind) => [TENDERS[kind], sales.byTender[kind]]),
      columns,
    ),
    ...boldAmount(`Jumlah (${sales.count} struk)`, sales.total, columns),
    ...amounts(
      [
        ["Potongan diberikan", sales.discounts],
        [`Retur (${returns.count})`, -returns.total],
        [`Pembatalan (${voids.count})`, -voids.total],
      ],
      columns,
    ),
    ...boldAmount("Bersih", sales.total - returns.total - voids.total, columns),
  ];
}

/** Why cash moved, as on paper and in its slip. */
export function cashReasonWords(direction: CashDirection, reason: CashReason): string {
  switch (reason) {
    case "CHANGE":
      return direction === "IN" ? "tambah uang kecil" : "tukar uang kecil";
    case "BANK":
      return direction === "IN" ? "dari bank" : "setor ke bank";
    case "EXPENSE":
      return direction === "IN" ? "kembali belanja" : "belanja keperluan";
    case "OTHER":
      return "lain-lain";
  }
}

function drawer(report: ShiftReport, columns: Columns): PrintLine[] {
  const rows = amounts(
    [
      ["Modal awal", report.float],
      ["Penjualan tunai", report.cashSales],
      ["Uang masuk", report.cashIn],
      ["Uang keluar", -report.cashOut],
      ["Uang dikembalikan", -report.cashRefunds],
    ],
    columns,
  );
  const expected =
    report.closing === null
      ? plain(wrap("Uang di laci dihitung saat kas ditutup.", columns))
      : boldAmount("Seharusnya di laci", report.expected, columns);
  return [...bold(["UANG DI LACI"]), ...rows, ...expected, ...moved(report, columns)];
}

function moved({ moves }: ShiftReport, columns: Columns): PrintLine[] {
  if (moves.length === 0) return [];
  const rows = moves.map(({ at, direction, amount, reason }): [string, number] => [
    `${formatWibTime(at)} ${cashReasonWords(direction, reason)}`,
    direction === "IN" ? amount : -amount,
  ]);
  return [rule(columns), ...bold(["RINCIAN MASUK DAN KELUAR"]), ...amounts(rows, columns)];
}

type Closing = NonNullable<ShiftReport["closing"]>;

const REASONS: Readonly<Record<DifferenceReason, string>> = {
  WRONG_CHANGE: "salah kembalian",
  UNRECORDED: "uang keluar masuk belum dicatat",
  UNKNOWN: "tidak diketahui",
  OTHER: "lain-lain, keterangan tersimpan",
};

function closed(closing: Closing, columns: Columns): PrintLine[] {
  const { counts, counted, difference, reason, countings, firstCounted } = closing;
  const pieces = counts.flatMap(({ value, pieces: count }) =>
    row(
      { left: `${count} x ${formatRupiah(value)}`, amount: formatRupiah(count * value) },
      columns,
      2,
    ),
  );
  const verdict = difference === 0 ? "Cocok" : difference < 0 ? "Kurang" : "Lebih";
  return [
    rule(columns),
    ...bold(["HITUNGAN KASIR"]),
    ...plain(pieces),
    ...boldAmount("Uang dihitung", counted, columns),
    ...tall(row({ left: verdict, amount: formatRupiah(difference) }, columns)),
    AIR,
    ...(reason === null ? [] : plain(wrap(`Sebab: ${REASONS[reason]}`, columns))),
    ...(countings === 1 ? [] : plain(wrap(`Dihitung ${countings} kali`, columns))),
    ...(firstCounted === undefined ? [] : amounts([["Hitungan pertama", firstCounted]], columns)),
  ];
}

function foot({ turnover, reversals, closing }: ShiftReport, columns: Columns): PrintLine[] {
  const sums = amounts(
    [
      ["Omzet sejak awal", turnover],
      ["Pembalikan sejak awal", reversals],
    ],
    columns,
  );
  if (closing === null) return [...sums, ...plain(wrapCentred("Bukan penutupan kas", columns))];
  return [...sums, ...seal(closing, columns)];
}

/** What ties the paper to the journal: its own entry, its sales, and the newest head of the centre. */
function seal(closing: Closing, columns: Columns): PrintLine[] {
  const { sealed, seq, code, signed, witness } = closing;
  const digest = sealed.hash.match(/.{1,16}/g) ?? [];
  // The code on a line of its own: broken in two it cannot be compared.
  const centre =
    witness === null
      ? [{ label: "Pusat", value: "belum ada" }]
      : [
          { label: "Pusat", value: `catatan ${witness.seq}` },
          { label: "", value: `kode ${spaced(witness.code)}` },
        ];
  return [
    ...fields(
      [
        { label: "Catatan", value: String(seq) },
        { label: "", value: `kode ${spaced(code)}` },
        ...centre,
      ],
      columns,
    ),
    ...plain(wrap(`Segel ${sealed.count} struk:`, columns)),
    ...plain(digest.map((part) => `  ${part}`)),
    ...(signed ? [] : bold(wrapCentred("tanda tangan menyusul", columns))),
    ...signatureLine("Kasir", columns),
    ...signatureLine("Penyelia", columns),
  ];
}

function spaced(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join(" ");
}
