import { inLanguages } from "./language.ts";

/** What can go wrong with carts put aside, notes and buyers without a NIP. */
export const cartErrors = inLanguages(
  {
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
    NOTE_TOO_LONG: {
      what: "Catatan terlalu panjang.",
      todo: "Singkatkan, paling banyak 200 huruf.",
    },
    INSTITUTION_NAME: {
      what: "Nama lembaga belum diisi atau terlalu panjang.",
      todo: "Isi nama lembaga, paling banyak 120 huruf; acuan paling banyak 80 huruf.",
    },
  },
  {
    CART_CHANGED: {
      what: "The cart on the screen has changed.",
      todo: "Check what is in the cart, then try again.",
    },
    HELD_CART_GONE: {
      what: "That held cart has been resumed or deleted.",
      todo: "Check the list of held carts.",
    },
    HELD_CARTS_FULL: {
      what: "There are already 100 carts on hold.",
      todo: "Finish or delete some of them first.",
    },
    NOTE_TOO_LONG: {
      what: "The note is too long.",
      todo: "Shorten it to 200 letters or fewer.",
    },
    INSTITUTION_NAME: {
      what: "The institution's name is missing or too long.",
      todo: "Enter a name of at most 120 letters; a reference of at most 80 letters.",
    },
  },
);
