import { inLanguages } from "./language.ts";

/** What may stop the people at the till: PIN, approval, shift and cash. */
export const staffErrors = inLanguages(
  {
    NOT_LOGGED_IN: {
      what: "Belum ada petugas yang masuk.",
      todo: "Pilih nama Anda, lalu masukkan PIN.",
    },
    PIN_WRONG: { what: "PIN tidak cocok.", todo: "Periksa nama yang dipilih, lalu coba lagi." },
    PIN_LOCKED: {
      what: "PIN dikunci karena terlalu sering salah.",
      todo: "Tunggu beberapa menit, atau minta bantuan penyelia.",
    },
    PIN_MALFORMED: { what: "PIN terdiri dari 6 angka.", todo: "Ketik keenam angkanya." },
    APPROVAL_NEEDED: {
      what: "Tindakan ini perlu persetujuan penyelia.",
      todo: "Panggil penyelia untuk memasukkan PIN-nya.",
    },
    APPROVAL_INVALID: {
      what: "Persetujuan sudah terpakai, sudah lewat 2 menit, atau untuk hal lain.",
      todo: "Minta penyelia menyetujui sekali lagi.",
    },
    APPROVAL_SELF: {
      what: "Tindakan ini perlu disetujui orang kedua.",
      todo: "Minta penyelia lain memasukkan PIN-nya.",
    },
    TILL_CLOSED: {
      what: "Kasir ini sudah ditutup.",
      todo: "Pakai kasir lain; kasir ini tidak menjual lagi.",
    },
    CLOSE_UNSENT: {
      what: "Masih ada catatan yang belum terkirim ke pusat.",
      todo: "Sambungkan kasir ke pusat, tunggu sampai semua terkirim, lalu ulangi.",
    },
    CLOSE_CART: {
      what: "Masih ada keranjang yang terbuka atau ditahan.",
      todo: "Selesaikan atau hapus keranjang itu, lalu ulangi.",
    },
    NOT_IN_TRAINING: {
      what: "Ini tidak dapat dilakukan selama latihan.",
      todo: "Akhiri latihan dahulu, lalu ulangi.",
    },
    NO_SHIFT: {
      what: "Kas belum dibuka.",
      todo: "Buka kas dengan uang modal dahulu, lalu mulai menjual.",
    },
    SHIFT_OPEN: { what: "Kas sudah dibuka.", todo: "Lanjutkan penjualan pada kas yang terbuka." },
    FLOAT_INVALID: {
      what: "Uang modal tidak dapat diterima.",
      todo: "Isi dengan rupiah bulat, dari Rp0 sampai Rp100.000.000.",
    },
    CASH_MOVE_INVALID: {
      what: "Jumlah uang tidak dapat diterima.",
      todo: "Isi dengan rupiah bulat, dari Rp1 sampai Rp100.000.000.",
    },
    CASH_COUNT_INVALID: {
      what: "Hitungan uang tidak dapat dibaca.",
      todo: "Isi jumlah lembar atau keping dengan angka bulat, lalu ulangi.",
    },
    NOTE_NEEDED: {
      what: "Alasan lain perlu diterangkan.",
      todo: "Tulis keterangannya dengan singkat, lalu ulangi.",
    },
  },
  {
    NOT_LOGGED_IN: {
      what: "Nobody is logged in.",
      todo: "Pick your name, then enter your PIN.",
    },
    PIN_WRONG: {
      what: "The PIN does not match.",
      todo: "Check the name you picked, then try again.",
    },
    PIN_LOCKED: {
      what: "The PIN is locked after too many wrong tries.",
      todo: "Wait a few minutes, or ask a supervisor for help.",
    },
    PIN_MALFORMED: {
      what: "A PIN has 6 digits.",
      todo: "Type all six digits.",
    },
    APPROVAL_NEEDED: {
      what: "This needs a supervisor's approval.",
      todo: "Call a supervisor to enter their PIN.",
    },
    APPROVAL_INVALID: {
      what: "The approval was already used, is older than 2 minutes, or was for something else.",
      todo: "Ask the supervisor to approve once more.",
    },
    APPROVAL_SELF: {
      what: "This must be approved by a second person.",
      todo: "Ask another supervisor to enter their PIN.",
    },
    TILL_CLOSED: {
      what: "This till has been closed.",
      todo: "Use another till; this one sells no more.",
    },
    CLOSE_UNSENT: {
      what: "Some entries are not at the centre yet.",
      todo: "Connect the till to the centre, wait until all is sent, then try again.",
    },
    CLOSE_CART: {
      what: "A cart is still open or held.",
      todo: "Finish or delete that cart, then try again.",
    },
    NOT_IN_TRAINING: {
      what: "This cannot be done during training.",
      todo: "End training first, then try again.",
    },
    NO_SHIFT: {
      what: "The shift is not open yet.",
      todo: "Open the shift with the opening float first, then start selling.",
    },
    SHIFT_OPEN: {
      what: "The shift is already open.",
      todo: "Go on selling in the open shift.",
    },
    FLOAT_INVALID: {
      what: "This opening float cannot be accepted.",
      todo: "Enter whole rupiah, from Rp0 to Rp100.000.000.",
    },
    CASH_MOVE_INVALID: {
      what: "This amount cannot be accepted.",
      todo: "Enter whole rupiah, from Rp1 to Rp100.000.000.",
    },
    CASH_COUNT_INVALID: {
      what: "The cash count cannot be read.",
      todo: "Enter the number of notes or coins as whole numbers, then try again.",
    },
    NOTE_NEEDED: {
      what: "Another reason needs an explanation.",
      todo: "Write it in a few words, then try again.",
    },
  },
);
