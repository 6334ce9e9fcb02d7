import { FAULTS } from "./faults.mjs";

/** @typedef {import("./verify.mjs").Verdict} Verdict */
/** @typedef {import("./till.mjs").Till} Till */

const RESULTS = {
  0: "UTUH. Semua catatan sah dan tersambung.",
  1: "BERMASALAH.",
  3: "UTUH, TETAPI PENERBIT BELUM DIPERIKSA. Jalankan lagi dengan --root SIDIK yang Anda peroleh dari pusat.",
};

const ROOTS = {
  MATCHED: "cocok dengan yang Anda sebutkan",
  FOREIGN: "BUKAN yang Anda sebutkan",
  UNCHECKED: "belum diperiksa",
};

/**
 * The verdict for a person to read.
 * @param {string} path
 * @param {Verdict} verdict
 */
export function textReport(path, verdict) {
  const { faults, root } = verdict;
  const lines = [
    `Jurnal : ${path}`,
    `Akar   : ${root.fingerprint} (${ROOTS[root.state]})`,
    "",
    ...verdict.tills.flatMap((till) => tillLines(till, verdict)),
    ...silentTills(verdict),
  ];
  if (faults.count > 0) lines.push("", `Temuan : ${faults.count}`, ...faults.kept.map(faultLine));
  const hidden = faults.count - faults.kept.length;
  if (hidden > 0) lines.push(`  … dan ${hidden} temuan lagi`);
  lines.push("", `Hasil  : ${RESULTS[verdict.exitCode]}`);
  return `${lines.join("\n")}\n`;
}

/**
 * The verdict for a program to read.
 * @param {Verdict} verdict
 */
export function jsonReport(verdict) {
  const tills = verdict.tills.map((till) => ({
    till: till.tillId,
    code: tillCode(till.tillId, verdict),
    entries: till.entries,
    lastSeq: till.lastSeq,
    lastHash: till.lastHash,
    sales: till.sales,
    sum: Number(till.sum),
    vouched: till.vouched,
    destroyed: till.destroyed,
    heads: till.heads,
    countersignedSeq: till.countersignedSeq,
  }));
  const { exitCode, root, faults } = verdict;
  return `${JSON.stringify({ exitCode, root, tills, faultCount: faults.count, faults: faults.kept })}\n`;
}

/**
 * @param {Till} till
 * @param {Verdict} verdict
 */
function tillLines(till, verdict) {
  const { entries, lastSeq, sales, sum, countersignedSeq } = till;
  const open = lastSeq - countersignedSeq;
  const lines = [
    `Kasir ${tillCode(till.tillId, verdict)} (${till.tillId})`,
    `  ${entries} catatan sampai urutan ${lastSeq}, ${sales} penjualan, ${rupiah(sum)}`,
    `  kepala jurnal ${till.lastHash}`,
    countersignedSeq === 0
      ? "  belum ada kepala jurnal yang ditandatangani pusat"
      : `  ditandatangani pusat sampai urutan ${countersignedSeq}`,
  ];
  if (countersignedSeq > 0 && open > 0)
    lines.push(`  ${open} catatan terakhir belum ditandatangani pusat`);
  if (till.vouched > 0)
    lines.push(`  ${till.vouched} catatan tanpa tanda tangan, dijamin kemudian`);
  if (till.destroyed > 0) lines.push(`  ${till.destroyed} data pribadi sudah dimusnahkan`);
  return lines;
}

/**
 * A certificate without any entry is no fault, but the reader should know of it.
 * @param {Verdict} verdict
 */
function silentTills(verdict) {
  const heard = new Set(verdict.tills.map((till) => till.tillId));
  return [...verdict.trust.certificates.keys()]
    .filter((tillId) => !heard.has(tillId))
    .map((tillId) => `Kasir ${tillCode(tillId, verdict)} (${tillId})\n  tanpa catatan`);
}

/**
 * @param {string} tillId
 * @param {Verdict} verdict
 */
function tillCode(tillId, verdict) {
  const certificate = verdict.trust.certificates.get(tillId)?.[0];
  return certificate === undefined ? "?" : `${certificate.outletCode}-${certificate.tillCode}`;
}

/** @param {import("./faults.mjs").Fault} fault */
function faultLine({ till, seq, code, line, detail }) {
  const place = [
    till ?? "berkas",
    seq === null ? null : `urutan ${seq}`,
    line === null ? null : `baris ${line}`,
  ];
  const told = detail === "" ? FAULTS[code] : `${FAULTS[code]} (${detail})`;
  return `  ${place.filter((part) => part !== null).join(", ")}: ${code}: ${told}`;
}

/** @param {bigint} amount */
function rupiah(amount) {
  return `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;
}
