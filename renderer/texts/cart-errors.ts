import type { ErrorText } from "./errors.ts";

/** What can go wrong with carts put aside, notes and buyers without a NIP. */
export const cartErrors = {
  CART_CHANGED: {
    what: "Keranjang di layar sudah berganti.",
    todo: "Periksa isi keranjang, lalu ulangi.",
  },
  HELD_CART_GONE: {
    what: "Keranjang yang ditahan itu sudah diambil atau dihapus.",
    todo: "Periksa daftar keranjang yang ditahan.",
  },
  HELD_CARTS_FULL: {
    what: "Sudah 100 keranjang ditahan.",
    todo: "Selesaikan atau hapus beberapa dahulu.",
  },
  NOTE_TOO_LONG: { what: "Catatan terlalu panjang.", todo: "Singkatkan, paling banyak 200 huruf." },
  INSTITUTION_NAME: {
    what: "Nama lembaga belum diisi atau terlalu panjang.",
    todo: "Isi nama lembaga, paling banyak 120 huruf; acuan paling banyak 80 huruf.",
  },
} satisfies Record<string, ErrorText>;
