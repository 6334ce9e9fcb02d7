import type { ErrorCode } from "../../shared/contract/errors.ts";
import { instantText } from "../../shared/domain/period.ts";
import type { Examination } from "../../electron/core/doctor/examine.ts";
import type { FindingCode } from "../../electron/core/doctor/finding.ts";
import { type Mended, REPAIRABLE } from "../../electron/core/doctor/repair.ts";

const FINDINGS: Readonly<Record<FindingCode, string>> = {
  FILE_CORRUPT: "berkas data rusak",
  FILE_INDEX: "indeks berkas data tidak cocok dengan isinya",
  FILE_REFERENCES: "baris menunjuk baris lain yang tidak ada",
  FILE_LEFTOVER: "berkas sementara tertinggal",
  CHAIN_GAP: "ada catatan jurnal yang hilang sebelum catatan ini",
  CHAIN_BROKEN: "catatan tidak menyambung ke catatan sebelumnya",
  CHAIN_HASH: "isi catatan tidak sesuai dengan hash-nya",
  KEY_CHANGE: "pergantian kunci tanda tangan tidak dijamin oleh kedua kuncinya",
  CHAIN_KEY: "tidak ada sertifikat kunci untuk catatan ini",
  CHAIN_SIGNATURE: "tanda tangan catatan tidak sah",
  CHAIN_UNVOUCHED: "catatan tanpa tanda tangan dan tidak dijamin kemudian",
  ENTRY_MALFORMED: "isi catatan tidak berbentuk semestinya",
  ENTRY_ENVELOPE: "waktu atau jenis catatan berbeda dari isinya",
  CLOCK_FALLS: "waktu mundur tanpa catatan jam",
  SUM_SALE: "hitungan penjualan tidak cocok",
  SUM_TURNOVER: "omzet berjalan tidak sesuai",
  SUM_REVERSALS: "jumlah pembatalan berjalan tidak sesuai",
  NUMBER_ORDER: "nomor struk tidak berurutan",
  SHIFT_TOTAL: "laporan Z berbeda dari catatan selama kas dibuka",
  COUNTER_WRONG: "penghitung berbeda dari jurnal",
  SALE_ROWS: "tabel penjualan berbeda dari jurnal",
  REVERSAL_ROWS: "tabel pembatalan dan retur berbeda dari jurnal",
  STOCK_ROWS: "gerak stok berbeda dari jurnal",
  SHIFT_ROWS: "tabel kas berbeda dari jurnal",
  OUTBOX_AHEAD: "tercatat terkirim lebih banyak daripada isi jurnal",
  HEAD_FOREIGN: "pusat telah menandatangani jurnal lain: berkas ini salinan lama atau kembar",
  SETTING_MALFORMED: "pengaturan tidak terbaca",
};

type Backup = { readonly name: string; readonly at: number };

export type Reported = {
  readonly file: string;
  readonly examination: Examination;
  readonly mended: readonly Mended[];
  readonly backups: readonly Backup[];
};

/** What was found, for a person. */
export function textReport({ file, examination, backups }: Reported): string {
  const { findings, tillName, tillId, chain, running, acknowledgedSeq } = examination;
  const lines = [`Berkas : ${file}`];
  if (chain === null || running === null) lines.push("Kasir  : belum terdaftar");
  else {
    lines.push(
      `Kasir  : ${tillName} (${tillId})`,
      `Jurnal : ${chain.seq} catatan, terkirim sampai ${acknowledgedSeq}`,
      `Jumlah : omzet ${rupiah(running.turnover)}, pembatalan ${rupiah(running.reversals)}, ` +
        `struk terakhir ${running.receipt}, laporan Z terakhir ${running.zNumber}`,
    );
  }
  lines.push(backupLine(backups), "");
  lines.push(...findings.kept.map((finding) => `  ${findingLine(finding)}`));
  const total = [...findings.counts.values()].reduce((sum, count) => sum + count, 0);
  const hidden = total - findings.kept.length;
  if (hidden > 0) lines.push(`  … dan ${hidden} temuan lagi`);
  lines.push(resultLine(examination));
  return `${lines.join("\n")}\n`;
}

/** The same for a program: one line of JSON. */
export function jsonReport({ file, examination, mended, backups }: Reported): string {
  const { findings, tillId, tillName, chain, running, acknowledgedSeq } = examination;
  const facts = { file, tillId, tillName, chain, running, acknowledgedSeq };
  const counts = Object.fromEntries(findings.counts);
  const newestBackup = backups[0]?.at ?? null;
  return `${JSON.stringify({ ...facts, counts, findings: findings.kept, mended, newestBackup })}\n`;
}

/** A file that cannot be judged at all. */
export function unreadableReport(
  by: { readonly file: string; readonly code: ErrorCode; readonly backups: readonly Backup[] },
  json: boolean,
): string {
  const { file, code, backups } = by;
  if (json) return `${JSON.stringify({ file, code, newestBackup: backups[0]?.at ?? null })}\n`;
  return `Berkas : ${file}\n${backupLine(backups)}\n\nHasil  : TIDAK TERBACA (${code}). ${UNREADABLE[code] ?? ""}\n`;
}

/** One step of a repair, as it begins. */
export function mendingLine({ code, count }: Mended): string {
  return `Memperbaiki ${code}: ${FINDINGS[code]} (${count})\n`;
}

const UNREADABLE: Partial<Record<ErrorCode, string>> = {
  DB_IN_USE: "Tutup aplikasi kasir, lalu ulangi.",
  DB_NEWER: "Berkas ini ditulis versi aplikasi yang lebih baru.",
  DB_OLDER: "Buka sekali dengan aplikasi kasir agar berkas diperbarui, lalu ulangi.",
  DB_CORRUPT: "Pulihkan dari cadangan, lalu daftarkan kasir sebagai kelanjutan yang lama.",
};

function findingLine(finding: Examination["findings"]["kept"][number]): string {
  const { code, seq, detail } = finding;
  const place = seq === null ? "" : `catatan ${seq}: `;
  return `${place}${code}: ${FINDINGS[code]}${detail === "" ? "" : ` (${detail})`}`;
}

function resultLine({ findings }: Examination): string {
  const codes = [...findings.counts.keys()];
  if (codes.length === 0) return "Hasil  : SEHAT.";
  const mendable = codes.filter((code) => REPAIRABLE.includes(code));
  if (mendable.length === codes.length) {
    return "Hasil  : BERMASALAH. Semua dapat diperbaiki dengan --repair.";
  }
  const rest = "Jurnal tidak diubah oleh perbaikan; hubungi petugas pusat.";
  return `Hasil  : BERMASALAH. ${mendable.length > 0 ? "Sebagian dapat diperbaiki dengan --repair. " : ""}${rest}`;
}

function backupLine([newest]: readonly Backup[]): string {
  return `Cadangan: ${newest === undefined ? "belum ada" : `${instantText(newest.at)} (${newest.name})`}`;
}

function rupiah(amount: number): string {
  return `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;
}
