import type { TillRow } from "../../../shared/contract/centre-api.ts";
import { PROTOCOL } from "../../../shared/contract/sync.ts";
import {
  isInUse,
  TILL_PROBLEMS,
  type TillProblem,
  tillProblems,
} from "../../../shared/domain/till-health.ts";
import { countText } from "../ui/count-text.ts";
import type { Tone } from "../ui/state-word.tsx";
import { agoText } from "../ui/time-words.ts";
import { clockWord } from "./clock-word.ts";

// A till asks for news every quarter minute, and at least every minute on a bad line.
const SILENT_AFTER_MS = 5 * 60_000;

/** How a till stands, in words, how that is to be taken, and what a person does about it. */
export type TillStanding = {
  readonly tone: Tone;
  readonly word: string;
  readonly advice: string | null;
};
/** `nowMs` decides how long ago is long. */
type Told = { readonly till: TillRow; readonly nowMs: number };

/** Everything there is to say of a till at a moment, the worst first; never empty. */
export function tillStandings(till: TillRow, nowMs: number): [TillStanding, ...TillStanding[]] {
  const problems = tillProblems(till, { nowMs, protocol: PROTOCOL }).map((problem) => ({
    tone: TONE[problem],
    word: WORD[problem]({ till, nowMs }),
    advice: ADVICE[problem],
  }));
  const standing = restingStanding(till, nowMs);
  if (standing !== null) return [standing, ...problems];
  const [worst, ...rest] = problems;
  return worst === undefined ? [lineStanding(till, nowMs)] : [worst, ...rest];
}

/** The worst of it. */
export function tillStanding(till: TillRow, nowMs: number): TillStanding {
  return tillStandings(till, nowMs)[0];
}

/** Which of three heaps a till lies on: to be looked at, well, or not used any more. */
export function tillHeap(till: TillRow, nowMs: number): "WRONG" | "WELL" | "UNUSED" {
  if (tillProblems(till, { nowMs, protocol: PROTOCOL }).length > 0) return "WRONG";
  return isInUse(till) ? "WELL" : "UNUSED";
}

/** Low is worst: by the worst problem, then by how many there are; then the well, then the unused. */
export function tillRank(till: TillRow, nowMs: number): number {
  const [worst, ...more] = tillProblems(till, { nowMs, protocol: PROTOCOL });
  if (worst !== undefined) return TILL_PROBLEMS.indexOf(worst) - more.length / 100;
  return TILL_PROBLEMS.length + (isInUse(till) ? 0 : 1);
}

function restingStanding(till: TillRow, nowMs: number): TillStanding | null {
  if (isInUse(till)) return null;
  const waits = tillProblems(till, { nowMs, protocol: PROTOCOL }).length > 0;
  const isRevoked = till.state === "REVOKED";
  const advice = waits ? null : isRevoked ? REVOKED_ADVICE : CLOSED_ADVICE;
  return { tone: "plain", word: isRevoked ? "Izin dicabut" : "Ditutup", advice };
}

function lineStanding({ lastHeardAt }: TillRow, nowMs: number): TillStanding {
  const ago = agoText(lastHeardAt ?? nowMs, nowMs);
  const isSilent = nowMs - (lastHeardAt ?? nowMs) > SILENT_AFTER_MS;
  if (isSilent) return { tone: "waiting", word: `Diam, terakhir ${ago}`, advice: null };
  return { tone: "good", word: `Terhubung, ${ago}`, advice: null };
}

const CLOSED_ADVICE = "Mesin ini ditutup di galeri oleh penyelia. Tidak ada yang perlu dilakukan.";
const REVOKED_ADVICE = "Izin mesin ini dicabut dari sini. Tidak ada yang perlu dilakukan.";

const TONE: Readonly<Record<TillProblem, Tone>> = {
  FORK: "bad",
  CORRUPT: "bad",
  SILENT: "bad",
  BACKLOG: "bad",
  CLOCK: "bad",
  QUARANTINED: "waiting",
  DISK: "bad",
  BACKUP: "bad",
  TWIN: "waiting",
  PROVISIONAL: "waiting",
  KEY: "waiting",
  PROTOCOL: "waiting",
  UNHEARD: "waiting",
};

const WORD: Readonly<Record<TillProblem, (told: Told) => string>> = {
  FORK: () => "Dua riwayat jurnal berbeda",
  CORRUPT: () => "Kiriman jurnal rusak",
  SILENT: ({ till, nowMs }) => `Diam, terakhir ${agoText(till.lastHeardAt ?? nowMs, nowMs)}`,
  BACKLOG: ({ till }) => `${countText(till.unsent ?? 0)} catatan belum terkirim`,
  CLOCK: ({ till }) => `Jam mesin ${clockWord(till.clockDriftMs)}`,
  QUARANTINED: ({ till }) => `${countText(till.quarantined)} catatan menunggu pemeriksaan`,
  DISK: () => "Penyimpanan hampir penuh",
  BACKUP: ({ till, nowMs }) => `Cadangan terakhir ${agoText(till.backupAt ?? nowMs, nowMs)}`,
  TWIN: ({ till }) => `Salinan dari ${till.resumedFrom?.till ?? "mesin lain"}`,
  PROVISIONAL: ({ till }) => `Melanjutkan ${till.resumedFrom?.till ?? "mesin lain"} tanpa kode`,
  KEY: () => "Kunci tidak terlindungi",
  PROTOCOL: () => "Versi lama",
  UNHEARD: () => "Belum pernah terhubung",
};

const ADVICE: Readonly<Record<TillProblem, string>> = {
  FORK: "Tanyakan apakah komputernya disalin atau dipulihkan. Penyelia melanjutkannya sebagai mesin baru dengan kode pendaftaran baru.",
  CORRUPT:
    "Jangan pasang ulang. Minta petugas teknis memeriksa berkas mesin ini dengan alat pemeriksa.",
  SILENT:
    "Telepon galeri: apakah buka, komputer menyala, dan internet ada? Penjualan tetap aman di mesin.",
  BACKLOG:
    "Minta galeri memeriksa internet. Mesin mengirim sendiri begitu tersambung; jangan mematikannya.",
  CLOCK:
    "Minta galeri membetulkan tanggal, jam, dan zona waktu WIB komputer, sebaiknya otomatis dari internet.",
  QUARANTINED: "Putuskan di halaman Pemeriksaan.",
  DISK: "Minta galeri mengosongkan ruang di komputer, tetapi jangan menghapus isi folder Bela Beli.",
  BACKUP:
    "Minta galeri membuka keadaan mesin (F1) dan membacakan sebab gagalnya, lalu membiarkan mesin menyala.",
  TWIN: "Mesin asalnya masih menulis sesudah disalin. Pastikan hanya satu yang dipakai, lalu cabut izin yang lain.",
  PROVISIONAL:
    "Penyelia di galeri melanjutkan dari cadangan saat tanpa internet. Tanyakan kepada galeri; bila tidak dikenal, cabut izinnya.",
  KEY: "Minta petugas teknis menyalakan penyimpan kunci komputer, lalu daftarkan mesin ini lagi.",
  PROTOCOL: "Minta petugas teknis memperbarui aplikasi kasir. Mesin masih dapat mengirim.",
  UNHEARD: "Buka aplikasi kasir di mesin itu dan pastikan tersambung internet.",
};
