import type { TenderInput } from "../../shared/contract/paying.ts";
import { formatWibTime } from "../../shared/domain/period.ts";
import { money } from "./money-words.ts";

/** The ways to pay, with the key that chooses each on the pay sheet. */
export const payMethods = [
  { kind: "CASH", label: "Tunai", key: "F1" },
  { kind: "QRIS", label: "QRIS", key: "F2" },
  { kind: "TRANSFER", label: "Transfer", key: "F3" },
  { kind: "CARD", label: "Kartu", key: "F4" },
] as const satisfies readonly { kind: TenderInput["kind"]; label: string; key: string }[];

/** A way to pay, in one word. */
export function methodWords(kind: TenderInput["kind"]): string {
  return payMethods.find((method) => method.kind === kind)?.label ?? kind;
}

/** What is written on the pay sheet, beside figures. */
export const payWords = {
  title: "Pembayaran",
  methods: "Cara bayar",
  total: "Total",
  remaining: "Masih harus dibayar",
  received: "Uang diterima",
  receivedHint: "Ketik jumlahnya, lalu tekan Enter",
  notes: "Uang yang diterima",
  short: "Masih kurang",
  change: "Kembalian",
  saving: "Menyimpan",
  takeCash: "Terima pembayaran",
  taken: "Sudah diterima",
  amount: "Jumlah",
  tooMuch: "Paling banyak sebesar sisanya: kembalian hanya dari uang tunai.",
  partHint: "Boleh kurang dari sisanya: sisanya dibayar dengan cara lain",
  transferReference: "Nomor referensi transfer",
  cardReference: "Kode persetujuan kartu",
  transferHint: "Dari bukti transfer, setelah uangnya terlihat di rekening galeri",
  cardHint: "Dari struk mesin EDC, tertulis APPR CODE",
  paid: "Lunas",
  paidHint: "Semua sudah diterima. Simpan agar tercatat dan struknya tercetak.",
  store: "Simpan penjualan",
  noBuyer: "Belum ada kartu ASN.",
  noBuyerMore:
    "Pindai kartunya sekarang, atau catat sebagai pembeli umum. Ini tidak dapat diubah setelah dibayar.",
  asPublic: "Bayar sebagai umum",
  exact: "Uang pas",
} as const;

/** The button that takes all that is owed, and the one that takes a part of it. */
export function takeWords(amount: number): string {
  return `Terima ${money(amount)}`;
}
export function takePartWords(kind: TenderInput["kind"], amount: number): string {
  return `Catat ${methodWords(kind).toLowerCase()} ${money(amount)}, sisanya cara lain`;
}
/** What the button that takes a received part off is called. */
export function removePartWords(kind: TenderInput["kind"], amount: number): string {
  return `Hapus ${methodWords(kind)} ${money(amount)}`;
}

/** Everything about a QRIS payment and its set-up. */
export const qrisWords = {
  show: "Tampilkan kode QRIS",
  code: "Kode QRIS pembayaran ini",
  merchant: "Pedagang",
  city: "Kota",
  nmid: "NMID",
  steps: "Minta pembeli memindai kode ini di layar pembeli, lalu cocokkan nama pedagangnya.",
  fraud: "Lihat sendiri uangnya di aplikasi merchant.",
  fraudMore:
    "Jangan percaya tangkapan layar pembeli: gambar yang diedit adalah penipuan yang paling sering.",
  confirm: "Uang sudah masuk di aplikasi merchant",
  late: "Uang ternyata sudah masuk",
  again: "Buat kode baru",
  cancel: "Batalkan kode",
  returned: "Uang sudah dikembalikan",
  expired: "Waktu kode habis",
  expiredMore: "Kode tidak lagi tampil di layar pembeli. Cek dulu aplikasi merchant.",
  awaiting: "Menunggu kabar dari penyedia pembayaran. Layar ini lanjut sendiri.",
  unset: "QRIS belum dipasang di kasir ini.",
  unsetMore: "Penyelia dapat memasangnya di Keadaan kasir (F10), bagian QRIS.",
  section: "QRIS galeri",
  sectionUnset: "Belum dipasang",
  supervisorOnly: "Hanya penyelia yang dapat memasang atau mengganti kode QRIS.",
  set: "Pasang kode QRIS",
  change: "Ganti kode QRIS",
  dialog: "Kode QRIS galeri",
  field: "Kode QRIS statis",
  fieldHint: "Pindai stiker QRIS galeri, atau tempel teksnya (diawali 000201)",
  read: "Periksa kode",
  camera: "Pindai dengan kamera",
  picture: "Gambar kamera",
  noCamera: "Kamera tidak dapat dipakai. Pakai pemindai, atau tempel teks kodenya.",
  cameraAgain: "Nyalakan kamera",
  compare: "Bandingkan dengan stiker QRIS galeri",
  compareMore: "Uang pembeli masuk ke pedagang ini. Pasang hanya bila ketiganya sama.",
  install: "Sama, pasang kode ini",
  other: "Pindai kode lain",
  remove: "Lepas QRIS dari kasir",
  installed: "QRIS galeri terpasang.",
  removed: "QRIS dilepas dari kasir ini.",
  elsewhere: "Uang QRIS yang belum menjadi penjualan",
  elsewhereMore: "Selesaikan penjualannya dari keranjang yang ditahan, atau kembalikan uangnya.",
} as const;

/** Until when a code may be paid. */
export function untilWords(expiresAt: number): string {
  return `Berlaku sampai pukul ${formatWibTime(expiresAt)}`;
}

/** What the buyer's display says while a code is shown. */
export const displayQrisWords = {
  title: "Pindai untuk membayar",
  payTo: "Bayar kepada",
  check: "Pastikan nama ini sama di aplikasi Anda. Nominal sudah terisi, tanpa biaya tambahan.",
  amount: "Bayar dengan QRIS",
  total: "Total belanja",
  code: "Kode QRIS",
} as const;
