import { inLanguages } from "./language.ts";

/** Training mode: what it is, how it begins and ends, and that nothing in it is real. */
export const trainingWords = inLanguages(
  {
    mark: "LATIHAN",
    banner: "Mode latihan",
    nothingReal: "Tidak ada penjualan sungguhan: jangan terima uang pembeli.",
    forBuyer: "Kasir sedang berlatih. Jangan membayar di kasir ini.",
    title: "Latihan",
    lead: "Belajar melayani tanpa menjual. Tidak ada struk bernomor, stok, laci, atau kewajiban yang berubah. Keranjang yang terbuka disimpan dan kembali setelah latihan.",
    start: "Mulai latihan",
    end: "Akhiri latihan",
    ended: "Latihan selesai. Penjualan berikutnya sungguhan.",
  },
  {
    mark: "TRAINING",
    banner: "Training mode",
    nothingReal: "No sale is real: take no money from buyers.",
    forBuyer: "The cashier is training. Do not pay at this till.",
    title: "Training",
    lead: "Learn to serve without selling. No numbered receipt, stock, drawer or duty changes. The open cart is kept and comes back after training.",
    start: "Begin training",
    end: "End training",
    ended: "Training has ended. The next sale is real.",
  },
);
