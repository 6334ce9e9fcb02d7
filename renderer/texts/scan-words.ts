import { inLanguages } from "./language.ts";

/** Why a scan is not taken on the screen it came to. */
export const scanWords = inLanguages(
  {
    notHere: {
      what: "Pindaian tidak dipakai di layar ini.",
      todo: "Masuk dan buka kas dahulu, lalu pindai lagi.",
    },
    paying: {
      what: "Pembayaran sedang diproses.",
      todo: "Tunggu sampai selesai, lalu pindai lagi.",
    },
  },
  {
    notHere: {
      what: "Scans are not used on this screen.",
      todo: "Log in and open the shift first, then scan again.",
    },
    paying: {
      what: "A payment is in progress.",
      todo: "Wait until it is done, then scan again.",
    },
  },
);
