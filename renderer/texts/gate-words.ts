import { inLanguages } from "./language.ts";

/** The frame of the screens before selling. */
export const gateWords = inLanguages(
  {
    preparing: "Menyiapkan kasir",
    place: "Kasir galeri UMKM Kabupaten Probolinggo",
    thisTill: "Kasir ini",
    till: (name: string) => `Kasir ${name}`,
    keyUnprotected: "Kunci tidak terlindungi: komputer ini tanpa brankas kunci",
  },
  {
    preparing: "Preparing the till",
    place: "Till of the makers' gallery, Kabupaten Probolinggo",
    thisTill: "This till",
    till: (name) => `Till ${name}`,
    keyUnprotected: "Key not protected: this computer has no key store",
  },
);

/** Who is at the till. */
export const loginWords = inLanguages(
  {
    title: "Siapa yang bertugas?",
    lead: "Pilih nama, lalu masukkan PIN 6 angka.",
    none: "Belum ada petugas untuk galeri ini. Minta admin pusat menambahkan, lalu tunggu kasir tersambung.",
    staff: "Petugas",
    pinForm: "PIN petugas",
    pin: "PIN",
    pinShort: "PIN terdiri dari 6 angka. Ketik semuanya.",
  },
  {
    title: "Who is on duty?",
    lead: "Choose your name, then enter your 6-digit PIN.",
    none: "This gallery has no staff yet. Ask the centre's administrator to add them, then wait until the till is connected.",
    staff: "Staff",
    pinForm: "Staff PIN",
    pin: "PIN",
    pinShort: "A PIN has 6 digits. Type them all.",
  },
);

/** How a computer becomes a till. */
export const enrolWords = inLanguages(
  {
    title: "Daftarkan kasir ini",
    lead: "Minta admin pusat membuat kode pendaftaran untuk galeri ini. Kode berlaku 24 jam dan dipakai sekali.",
    address: "Alamat pusat",
    addressHint: "https://pusat.contoh.go.id",
    code: "Kode pendaftaran",
    codeTyped: (typed: number, whole: number) => `${typed} dari ${whole} karakter`,
    enrol: "Daftarkan",
    asking: "Menghubungi pusat",
    compareTitle: "Cocokkan sidik kunci",
    compareLead:
      "Admin pusat melihat sidik kunci yang sama di layarnya, lalu menyetujui kasir ini.",
    fingerprint: "Sidik kunci kasir ini",
    waiting: "Menunggu persetujuan admin",
    waitingMore: "Layar ini berlanjut sendiri. Bila sidiknya berbeda, minta admin menolak.",
  },
  {
    title: "Enrol this till",
    lead: "Ask the centre's administrator for an enrolment code for this gallery. It holds for 24 hours and is used once.",
    address: "Address of the centre",
    addressHint: "https://centre.example.go.id",
    code: "Enrolment code",
    codeTyped: (typed, whole) => `${typed} of ${whole} characters`,
    enrol: "Enrol",
    asking: "Asking the centre",
    compareTitle: "Compare the key's fingerprint",
    compareLead:
      "The centre's administrator sees the same fingerprint there, then approves this till.",
    fingerprint: "Fingerprint of this till's key",
    waiting: "Waiting for the administrator's approval",
    waitingMore:
      "This screen goes on by itself. If the fingerprints differ, have the administrator refuse.",
  },
);

/** The screen that opens a shift. */
export const openShiftWords = inLanguages(
  {
    title: "Buka kas",
    lead: (name: string) => `${name}, hitung uang di laci, lalu isi jumlahnya sebagai uang modal.`,
    float: "Uang modal",
    floatHint: "Boleh Rp0 bila laci kosong",
    usual: "Jumlah yang biasa",
  },
  {
    title: "Open the shift",
    lead: (name) => `${name}, count the money in the drawer and enter it as the float.`,
    float: "Float",
    floatHint: "May be Rp0 when the drawer is empty",
    usual: "Usual amounts",
  },
);

/** What is said while nobody knows whether a payment was stored. */
export const inDoubtWords = inLanguages(
  {
    justNow: "Pembayaran tadi belum dijawab.",
    justNowMore:
      "Jangan menerima uang dua kali. Begitu siap, kasir memberi tahu apakah transaksi sudah tersimpan.",
    last: "Pembayaran terakhir belum dijawab.",
    lastMore:
      "Jangan menerima uang dua kali. Setelah masuk, kasir memberi tahu apakah transaksi sudah tersimpan.",
    tryNow: "Coba sekarang",
  },
  {
    justNow: "That payment has no answer yet.",
    justNowMore:
      "Do not take the money twice. Once it is ready, the till says whether the sale was stored.",
    last: "The last payment has no answer yet.",
    lastMore:
      "Do not take the money twice. After you log in, the till says whether the sale was stored.",
    tryNow: "Try now",
  },
);
