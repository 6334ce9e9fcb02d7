import { inLanguages } from "./language.ts";

/** The key a till signs its journal and receipts with. */
export const keyWords = inLanguages(
  {
    title: "Kunci tanda tangan",
    lead: "Kasir ini menandatangani setiap catatan dan struk. Ganti kuncinya bila komputer ini pernah hilang, diperbaiki di luar, atau dipegang orang lain. Penjualan tidak terhenti, dan struk lama tetap sah.",
    asked:
      "Pusat meminta kunci kasir ini diganti. Penyelia menekan Ganti kunci; penjualan tidak terhenti.",
    change: "Ganti kunci",
    done: "Kunci sudah diganti dan dicatat di jurnal.",
  },
  {
    title: "Signing key",
    lead: "This till signs every record and receipt. Change its key if this computer was ever lost, repaired elsewhere, or in other hands. Selling goes on, and old receipts stay valid.",
    asked:
      "The centre asks for a new key of this till. A supervisor presses Change the key; selling goes on.",
    change: "Change the key",
    done: "The key was changed, and the journal says so.",
  },
);
