import { inLanguages } from "./language.ts";

/** What may be wrong with a card, a NIP or a scanned code. */
export const scanErrors = inLanguages(
  {
    CARD_MALFORMED: {
      what: "Kartu terbaca tidak lengkap.",
      todo: "Pindai sekali lagi. Bila tetap gagal, ketik NIP dan cocokkan dengan kartunya.",
    },
    CARD_SIGNATURE: {
      what: "Tanda tangan kartu tidak sah. Kartu ini bukan terbitan kabupaten.",
      todo: "Jangan terima sebagai kartu. Ketik NIP dan cocokkan dengan tanda pengenal lain.",
    },
    CARD_EXPIRED: {
      what: "Masa berlaku kartu sudah habis.",
      todo: "Ketik NIP dan cocokkan nama serta unit kerja. Sarankan memperbarui kartu.",
    },
    CARD_REVOKED: {
      what: "Kartu ini sudah dicabut.",
      todo: "Jangan terima sebagai kartu. Ketik NIP dan cocokkan dengan tanda pengenal lain.",
    },
    CARD_KEY_UNKNOWN: {
      what: "Penerbit kartu belum dikenal kasir ini.",
      todo: "Sambungkan kasir ke pusat lalu pindai lagi, atau ketik NIP.",
    },
    CARD_OF_STAFF: {
      what: "Ini kartu petugas, bukan kartu ASN.",
      todo: "Kartu petugas hanya untuk menyetujui. Pindai kartu ASN pembeli, atau ketik NIP (F4).",
    },
    CARD_BOUND_ALREADY: {
      what: "Kode kartu ini sudah terdaftar.",
      todo: "Tutup, lalu pindai kartunya sekali lagi. Bila namanya lain, ketik NIP dan lapor ke pusat.",
    },
    NIP_MALFORMED: {
      what: "Nomor ini bukan NIP.",
      todo: "NIP terdiri dari 18 angka. Periksa angka demi angka.",
    },
    NIP_UNKNOWN: {
      what: "NIP tidak ada di daftar ASN kasir ini.",
      todo: "Periksa angkanya. Bila sudah benar, lanjutkan: pusat yang akan mencocokkan.",
    },
    SCAN_NIK: {
      what: "Ini NIK (KTP), bukan NIP.",
      todo: "Pindai kartu ASN, atau ketik NIP 18 angka.",
    },
    SCAN_OLD_NIP: {
      what: "Ini NIP lama (9 angka).",
      todo: "Minta NIP baru yang 18 angka, atau pindai kartu ASN.",
    },
    SCAN_PAYMENT_CODE: {
      what: "Ini kode pembayaran (QRIS), bukan kartu ASN.",
      todo: "Pindai kode QR pada kartu ASN.",
    },
    SCAN_URL: {
      what: "Kode ini berisi alamat web. Alamat itu tidak dibuka.",
      todo: "Pindai kode QR pada kartu ASN atau kode barang.",
    },
    SCAN_UNKNOWN: {
      what: "Kode ini tidak dikenal.",
      todo: "Pindai kode barang atau kartu ASN. Bisa juga ketik NIP.",
    },
    SCAN_TOO_LONG: {
      what: "Kode yang dipindai terlalu panjang.",
      todo: "Arahkan pemindai ke satu kode saja, lalu ulangi.",
    },
    PRODUCT_UNKNOWN: {
      what: "Kode barang belum terdaftar.",
      todo: "Cari barang dengan namanya, atau tanyakan kepada penyelia.",
    },
    PRODUCT_INACTIVE: {
      what: "Barang ini sudah tidak dijual.",
      todo: "Sisihkan barangnya dan beri tahu penyelia.",
    },
  },
  {
    CARD_MALFORMED: {
      what: "The card was not read completely.",
      todo: "Scan it once more. If it fails again, type the NIP and compare it with the card.",
    },
    CARD_SIGNATURE: {
      what: "The card's signature is not valid. The regency did not issue this card.",
      todo: "Do not accept it as a card. Type the NIP and compare it with another proof of identity.",
    },
    CARD_EXPIRED: {
      what: "The card has expired.",
      todo: "Type the NIP and compare name and office. Suggest that the buyer renews the card.",
    },
    CARD_REVOKED: {
      what: "This card has been revoked.",
      todo: "Do not accept it as a card. Type the NIP and compare it with another proof of identity.",
    },
    CARD_KEY_UNKNOWN: {
      what: "This till does not know the card's issuer yet.",
      todo: "Connect the till to the centre and scan again, or type the NIP.",
    },
    CARD_OF_STAFF: {
      what: "This is a staff card, not an ASN card.",
      todo: "A staff card only approves. Scan the buyer's ASN card, or type the NIP (F4).",
    },
    CARD_BOUND_ALREADY: {
      what: "This card's code is enrolled already.",
      todo: "Close this and scan the card again. If the name is another, type the NIP and tell the centre.",
    },
    NIP_MALFORMED: {
      what: "This number is not a NIP.",
      todo: "A NIP has 18 digits. Check them one by one.",
    },
    NIP_UNKNOWN: {
      what: "The NIP is not in this till's list of ASN.",
      todo: "Check the digits. If they are right, go on: the centre will match it.",
    },
    SCAN_NIK: {
      what: "This is a NIK (KTP), not a NIP.",
      todo: "Scan the ASN card, or type the 18 digits of the NIP.",
    },
    SCAN_OLD_NIP: {
      what: "This is an old NIP (9 digits).",
      todo: "Ask for the new NIP of 18 digits, or scan the ASN card.",
    },
    SCAN_PAYMENT_CODE: {
      what: "This is a payment code (QRIS), not an ASN card.",
      todo: "Scan the QR code on the ASN card.",
    },
    SCAN_URL: {
      what: "This code holds a web address. It is not opened.",
      todo: "Scan the QR code on the ASN card, or a product code.",
    },
    SCAN_UNKNOWN: {
      what: "This code is not known.",
      todo: "Scan a product code or an ASN card. You can also type the NIP.",
    },
    SCAN_TOO_LONG: {
      what: "The scanned code is too long.",
      todo: "Point the scanner at one code only, then try again.",
    },
    PRODUCT_UNKNOWN: {
      what: "This product code is not registered yet.",
      todo: "Find the product by its name, or ask a supervisor.",
    },
    PRODUCT_INACTIVE: {
      what: "This product is no longer sold.",
      todo: "Put it aside and tell a supervisor.",
    },
  },
);
