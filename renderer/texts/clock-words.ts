import { inLanguages } from "./language.ts";

/** The clock in doubt, and how a supervisor mends it. */
export const clockTexts = inLanguages(
  {
    title: "Jam kasir",
    why: "Jam kasir diragukan. Penjualan tetap tercatat, tetapi bulannya menunggu dipastikan pusat.",
    shown: "Menurut kasir sekarang",
    right: "Jam ini sudah benar",
    other: "Tanggal dan jam yang benar (WIB)",
    otherHint: "Misalnya 30-11-2026 14.05",
    noTime: "Tulis seperti 30-11-2026 14.05",
    set: "Atur jam",
    saved: "Jam kasir diatur dan dicatat.",
  },
  {
    title: "Till clock",
    why: "The till's clock is in doubt. Sales are recorded, but their month waits for the centre to confirm it.",
    shown: "The till takes it for",
    right: "This time is right",
    other: "The right date and time (WIB)",
    otherHint: "For example 30-11-2026 14.05",
    noTime: "Write it like 30-11-2026 14.05",
    set: "Set the clock",
    saved: "The till's clock is set and recorded.",
  },
);
