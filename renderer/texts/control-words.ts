import { inLanguages } from "./language.ts";

/** What the controls of every screen are called. */
export const controlWords = inLanguages(
  {
    cancel: "Batal",
    close: "Tutup",
    messages: "Pesan",
    closeMessage: "Tutup pesan",
    keypad: "Papan angka",
    backspace: "Hapus satu angka",
  },
  {
    cancel: "Cancel",
    close: "Close",
    messages: "Messages",
    closeMessage: "Close the message",
    keypad: "Number pad",
    backspace: "Delete one digit",
  },
);
