import { inLanguages } from "./language.ts";

const does = inLanguages(
  {
    keys: "Daftar pintasan",
    search: "Cari barang",
    camera: "Pindai dengan kamera",
    nip: "Ketik NIP",
    public: "Pembeli umum",
    hold: "Tahan keranjang, atau ambil yang ditahan",
    history: "Riwayat: struk, retur, pembatalan",
    pay: "Bayar",
    status: "Keadaan kasir dan printer",
    discount: "Potongan untuk baris yang dipilih atau seluruh belanja",
    price: "Ubah harga baris yang dipilih",
    note: "Catatan transaksi",
    label: "Cetak label barang",
    institution: "Pembeli lembaga",
    purchases: "Belanja pembeli bulan ini",
    held: "Daftar keranjang yang ditahan",
    cash: "Kas: uang masuk, keluar, laporan, tutup",
    settings: "Setelan",
    undo: "Urungkan baris terakhir",
    clear: "Kosongkan keranjang",
    lock: "Kunci kasir",
  },
  {
    keys: "Shortcut keys",
    search: "Find goods",
    camera: "Scan with the camera",
    nip: "Type the NIP",
    public: "Public buyer",
    hold: "Hold the cart, or take up a held one",
    history: "History: receipts, returns, voids",
    pay: "Pay",
    status: "Till and printer status",
    discount: "Discount on the selected line or the whole sale",
    price: "Change the selected line's price",
    note: "Note on the sale",
    label: "Print goods labels",
    institution: "Institution as buyer",
    purchases: "What the buyer bought this month",
    held: "List of held carts",
    cash: "Drawer: cash in, cash out, reports, close",
    settings: "Settings",
    undo: "Undo the last line",
    clear: "Clear the cart",
    lock: "Lock the till",
  },
);

export type ShortcutName = keyof typeof does;

/** Its key cap, and what it does in the language of now. */
type Shortcut = { readonly key: string; readonly label: string };

function shortcut(name: ShortcutName, key: string): Shortcut {
  return {
    key,
    get label() {
      return does[name];
    },
  };
}

/** Every shortcut of the selling screen. */
export const shortcuts: Readonly<Record<ShortcutName, Shortcut>> = {
  keys: shortcut("keys", "F1"),
  search: shortcut("search", "F2"),
  camera: shortcut("camera", "F3"),
  nip: shortcut("nip", "F4"),
  public: shortcut("public", "F6"),
  hold: shortcut("hold", "F7"),
  history: shortcut("history", "F8"),
  pay: shortcut("pay", "F9"),
  status: shortcut("status", "F10"),
  discount: shortcut("discount", "Ctrl+D"),
  price: shortcut("price", "Ctrl+U"),
  note: shortcut("note", "Ctrl+E"),
  label: shortcut("label", "Ctrl+G"),
  institution: shortcut("institution", "Ctrl+I"),
  purchases: shortcut("purchases", "Ctrl+B"),
  held: shortcut("held", "Ctrl+H"),
  cash: shortcut("cash", "Ctrl+K"),
  settings: shortcut("settings", "Ctrl+,"),
  undo: shortcut("undo", "Ctrl+Z"),
  clear: shortcut("clear", "Ctrl+Delete"),
  lock: shortcut("lock", "Ctrl+L"),
};

/** The dialog that lists them, and the keys that only act somewhere. */
export const keysWords = inLanguages(
  {
    title: "Pintasan papan ketik",
    lead: "Pemindai boleh dipakai kapan saja, di mana pun kursornya. Mengetik huruf langsung mencari barang.",
    plusMinus: "+ dan -",
    takeFirst: "Di kotak cari: masukkan barang pertama",
    move: "Berpindah di daftar barang",
    qty: "Tambah atau kurangi baris yang dipilih",
    dozen: "Sebelum memindai atau mencari: 12 buah sekaligus",
    pick: "Pilih baris keranjang",
    remove: "Hapus baris yang dipilih",
    close: "Tutup jendela, hapus pencarian",
  },
  {
    title: "Keyboard shortcuts",
    lead: "Scan at any time, wherever the cursor is. Typing letters searches the goods at once.",
    plusMinus: "+ and -",
    takeFirst: "In the search field: add the first item",
    move: "Move in the list of goods",
    qty: "One more or one less of the selected line",
    dozen: "Before a scan or a search: 12 pieces at once",
    pick: "Select a line of the cart",
    remove: "Remove the selected line",
    close: "Close the window, clear the search",
  },
);
