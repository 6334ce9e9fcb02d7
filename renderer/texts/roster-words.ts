import type { CashierState } from "../../shared/contract/till-state.ts";
import { said } from "./language.ts";

/** What an ageing roster asks for; null while it is fresh. */
export function rosterWarning(age: CashierState["roster"]["age"]): string | null {
  const { state, days, daysLeft } = age;
  switch (state) {
    case "FRESH":
      return null;
    case "AGEING":
      return said(
        `Daftar ASN belum diperbarui ${days} hari. Sambungkan kasir ke pusat: ${daysLeft} hari lagi nama dan NIP dihapus dari kasir ini.`,
        `The list of ASN is ${days} days old. Connect the till to the centre: in ${daysLeft} days names and NIP are wiped from this till.`,
      );
    case "EXPIRED":
      return said(
        `Nama dan NIP dihapus karena ${days} hari tidak tersambung ke pusat. Kartu ASN tetap berlaku. Sambungkan kasir supaya nama kembali.`,
        `Names and NIP were wiped after ${days} days without the centre. ASN cards still count. Connect the till to bring the names back.`,
      );
  }
}
