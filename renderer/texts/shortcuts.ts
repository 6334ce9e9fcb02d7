import { said } from "./language.ts";

/** Every shortcut of the selling screen, as its key cap says it, with what it does. */
export const shortcuts = {
  keys: { key: "F1", label: "Daftar pintasan" },
  search: { key: "F2", label: "Cari barang" },
  camera: { key: "F3", label: "Pindai dengan kamera" },
  nip: { key: "F4", label: "Ketik NIP" },
  public: { key: "F6", label: "Pembeli umum" },
  hold: { key: "F7", label: "Tahan keranjang, atau ambil yang ditahan" },
  history: { key: "F8", label: "Riwayat: struk, retur, pembatalan" },
  pay: { key: "F9", label: "Bayar" },
  status: { key: "F10", label: "Keadaan kasir dan printer" },
  discount: { key: "Ctrl+D", label: "Potongan untuk baris yang dipilih atau seluruh belanja" },
  price: {
    key: "Ctrl+U",
    get label() {
      return said("Ubah harga baris yang dipilih", "Change the selected line's price");
    },
  },
  note: { key: "Ctrl+E", label: "Catatan transaksi" },
  label: { key: "Ctrl+G", label: "Cetak label barang" },
  institution: { key: "Ctrl+I", label: "Pembeli lembaga" },
  purchases: { key: "Ctrl+B", label: "Belanja pembeli bulan ini" },
  held: { key: "Ctrl+H", label: "Daftar keranjang yang ditahan" },
  cash: { key: "Ctrl+K", label: "Kas: uang masuk, keluar, laporan, tutup" },
  settings: {
    key: "Ctrl+,",
    get label() {
      return said("Setelan", "Settings");
    },
  },
  undo: { key: "Ctrl+Z", label: "Urungkan baris terakhir" },
  clear: { key: "Ctrl+Delete", label: "Kosongkan keranjang" },
  lock: { key: "Ctrl+L", label: "Kunci kasir" },
} as const;

export type ShortcutName = keyof typeof shortcuts;
