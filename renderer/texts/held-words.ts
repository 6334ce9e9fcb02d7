import type { HeldEntry } from "../../shared/contract/held-entry.ts";
import { errorWords } from "./error-words.ts";
import { inLanguages } from "./language.ts";

/** Entries that the centre kept aside, and what it decided of them. */
export const heldTexts = inLanguages(
  {
    title: "Diperiksa pusat",
    note: "Barang dan uangnya sudah benar di kasir ini. Yang diperiksa adalah hitungannya di pusat.",
    record: (seq: number) => `Catatan ${seq}`,
    waiting: "Menunggu pemeriksaan",
    reason: (reason: string) => `Kata pusat: ${reason}`,
  },
  {
    title: "Reviewed by the centre",
    note: "Goods and money are right on this till. Under review is how the centre counts them.",
    record: (seq) => `Record ${seq}`,
    waiting: "Under review",
    reason: (reason) => `The centre says: ${reason}`,
  },
);

const decisions = inLanguages(
  {
    ACCEPTED: "Diterima dan dihitung",
    CORRECTED: "Dihitung dengan koreksi pusat",
    SENT_BACK: "Dikembalikan, tidak dihitung",
  },
  {
    ACCEPTED: "Accepted and counted",
    CORRECTED: "Counted as the centre corrected it",
    SENT_BACK: "Sent back, not counted",
  },
);

/** How an entry stands at the centre, and why. */
export function heldWords({ code, decision, reason }: HeldEntry): { state: string; why: string } {
  if (decision === null) return { state: heldTexts.waiting, why: errorWords(code).what };
  const why = reason === null ? "" : heldTexts.reason(reason);
  return { state: decisions[decision], why };
}
