/** Every shortcut of the selling screen, as its key cap says it, with what it does. */
export const shortcuts = {
  keys: { key: "F1", label: "Daftar pintasan" },
  search: { key: "F2", label: "Cari barang" },
  camera: { key: "F3", label: "Pindai dengan kamera" },
  nip: { key: "F4", label: "Ketik NIP" },
  public: { key: "F6", label: "Pembeli umum" },
  undo: { key: "F7", label: "Urungkan baris terakhir" },
  history: { key: "F8", label: "Riwayat: struk, retur, pembatalan" },
  pay: { key: "F9", label: "Bayar" },
  status: { key: "F10", label: "Keadaan kasir dan printer" },
  cash: { key: "Ctrl+K", label: "Kas: uang masuk, keluar, laporan, tutup" },
  clear: { key: "Ctrl+Delete", label: "Kosongkan keranjang" },
  lock: { key: "Ctrl+L", label: "Kunci kasir" },
} as const;

export type ShortcutName = keyof typeof shortcuts;
