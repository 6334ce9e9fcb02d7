import { inLanguages } from "./language.ts";

/** The key a till signs its journal and receipts with. */
export const keyWords = inLanguages(
  {
    title: "Kunci tanda tangan",
    lead: "Kasir ini menandatangani setiap catatan dan struk. Ganti kuncinya bila komputer ini pernah hilang, diperbaiki di luar, atau dipegang orang lain. Penjualan tidak terhenti, dan struk lama tetap sah.",
    change: "Ganti kunci",
    done: "Kunci sudah diganti dan dicatat di jurnal.",
  },
  {
    title: "Signing key",
    lead: "This till signs every record and receipt. Change its key if this computer was ever lost, repaired elsewhere, or in other hands. Selling goes on, and old receipts stay valid.",
    change: "Change the key",
    done: "The key was changed, and the journal says so.",
  },
);
