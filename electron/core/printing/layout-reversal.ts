import { formatRupiah } from "../../../shared/domain/money.ts";
import { formatWibDateTime } from "../../../shared/domain/period.ts";
import type { Condition, ReturnReason, VoidReason } from "../../../shared/domain/return.ts";
import type { TenderKind } from "../../../shared/domain/sale.ts";
import { copyMark, letterhead, signatureLine } from "./paper-parts.ts";
import { field, row, wrap, wrapCentred, wrapIndented } from "./paper-text.ts";
import { AIR, bold, type Columns, type PrintLine, plain, QUIET, rule, tall } from "./print-line.ts";

/** What a void slip or return receipt says, before any paper width. */
export type ReversalSlip = {
  readonly kind: "VOID" | "RETURN";
  readonly outletName: string;
  readonly outletAddress: string;
  /** a return's own number; null on a void slip */
  readonly number: string | null;
  readonly originalNumber: string;
  readonly originalAt: number;
  readonly at: number;
  readonly cashierName: string;
  /** null: SATU_ORANG */
  readonly approverName: string | null;
  readonly reason: VoidReason | ReturnReason;
  readonly lines: readonly {
    readonly qty: number;
    readonly name: string;
    readonly makerName: string;
    readonly refund: number;
    /** null on a void slip: nothing left the shelf for good */
    readonly condition: Condition | null;
  }[];
  readonly total: number;
  readonly refunds: readonly { readonly kind: TenderKind; readonly amount: number }[];
  readonly buyer: {
    readonly name: string | null;
    readonly nipLast4: string | null;
    readonly counted: number;
    /** what is left counted in the month of the sale, and its name */
    readonly month: { readonly label: string; readonly counted: number } | null;
  } | null;
  readonly code: string;
  readonly qrUrl: string | null;
  /** its entry was written while the signing key could not be used */
  readonly unsigned: boolean;
  readonly copy: number;
};

const LABEL = 11;
const TITLES = { VOID: "PEMBATALAN", RETURN: "RETUR BARANG" } as const;
const REASONS: Readonly<Record<ReversalSlip["reason"], string>> = {
  WRONG_GOODS: "barang keliru",
  WRONG_BUYER: "pembeli keliru",
  WRONG_PAYMENT: "pembayaran keliru",
  BUYER_LEFT: "pembeli batal membeli",
  DAMAGED: "barang rusak",
  EXPIRED: "barang kedaluwarsa",
  CHANGED_MIND: "pembeli berubah pikiran",
};
const CONDITIONS: Readonly<Record<Condition, string>> = {
  BAIK: "baik",
  RUSAK: "rusak",
  KEDALUWARSA: "kedaluwarsa",
};
const WAYS: Readonly<Record<TenderKind, string>> = {
  CASH: "Kembali tunai",
  QRIS: "Kembali lewat QRIS",
  TRANSFER: "Kembali lewat transfer",
  CARD: "Kembali ke kartu",
};

/** What stands on the paper of a void slip or return receipt. */
export function layoutReversal(slip: ReversalSlip, columns: Columns): PrintLine[] {
  return [
    ...copyMark(slip.copy, columns),
    ...head(slip, columns),
    rule(columns),
    ...slip.lines.flatMap((line) => goods(line, columns)),
    rule(columns),
    ...total(slip, columns),
    ...buyer(slip, columns),
    rule(columns),
    ...proof(slip, columns),
    ...copyMark(slip.copy, columns),
  ];
}

function head(slip: ReversalSlip, columns: Columns): PrintLine[] {
  const named = (label: string, value: string): PrintLine[] =>
    plain(field({ label, value }, columns, LABEL));
  const alone = slip.approverName === null ? tall(wrapCentred("SATU ORANG", columns)) : [];
  return [
    ...letterhead(slip, columns),
    AIR,
    ...tall(wrapCentred(TITLES[slip.kind], columns)),
    ...alone,
    rule(columns),
    ...(slip.number === null ? [] : named("Nomor", slip.number)),
    ...named("Waktu", `${formatWibDateTime(slip.at)} WIB`),
    ...named("Struk", slip.originalNumber),
    ...named("Dibeli", `${formatWibDateTime(slip.originalAt)} WIB`),
    ...named("Kasir", slip.cashierName),
    ...named("Disetujui", slip.approverName ?? "tanpa penyelia"),
    ...named("Alasan", REASONS[slip.reason]),
  ];
}

function goods(line: ReversalSlip["lines"][number], columns: Columns): PrintLine[] {
  const { condition } = line;
  const state = condition === null ? "" : `, ${CONDITIONS[condition]}`;
  const left = `${line.qty} barang${state}`;
  return [
    ...bold(wrap(line.name, columns)),
    ...plain(wrapIndented(line.makerName, columns, 2)),
    ...plain(row({ left, amount: formatRupiah(line.refund) }, columns, 2)),
  ];
}

function total(slip: ReversalSlip, columns: Columns): PrintLine[] {
  const back = slip.refunds.flatMap(({ kind, amount }) =>
    row({ left: WAYS[kind], amount: formatRupiah(amount) }, columns),
  );
  return [
    AIR,
    ...tall(row({ left: "UANG KEMBALI", amount: formatRupiah(slip.total) }, columns)),
    AIR,
    ...plain(back),
  ];
}

function buyer({ buyer: person }: ReversalSlip, columns: Columns): PrintLine[] {
  if (person === null) return [];
  const { name, nipLast4, counted, month } = person;
  const taken = { left: "Dikurangkan", amount: formatRupiah(counted) };
  const left =
    month === null
      ? []
      : wrap(`${month.label}: kini tercatat ${formatRupiah(month.counted)}.`, columns);
  return [
    rule(columns),
    ...bold(["PEMBELI ASN"]),
    ...plain(field({ label: "Nama", value: name ?? "nama tidak tersedia" }, columns, LABEL)),
    ...(nipLast4 === null
      ? []
      : plain(field({ label: "NIP", value: `****${nipLast4}` }, columns, LABEL))),
    ...plain(row(taken, columns)),
    ...plain(left),
  ];
}

function proof(slip: ReversalSlip, columns: Columns): PrintLine[] {
  const code = (slip.code.match(/.{1,4}/g) ?? []).join(" ");
  const qr: PrintLine[] =
    slip.qrUrl === null
      ? []
      : [
          QUIET,
          { kind: "QR", data: slip.qrUrl },
          QUIET,
          ...plain(wrapCentred("Pindai untuk cek keaslian", columns)),
        ];
  return [
    ...bold(wrapCentred(`Kode ${code}`, columns)),
    ...(slip.unsigned ? bold(wrapCentred("tanda tangan menyusul", columns)) : []),
    ...qr,
    ...signatureLine("Tanda tangan pembeli", columns),
  ];
}
