import type { SaleView } from "../../shared/contract/till-state.ts";
import { errorWords } from "./error-words.ts";

/** What became of a sale's receipt. */
export function receiptWords(sale: Pick<SaleView, "printOutcome" | "printErrorCode">): string {
  const reason = sale.printErrorCode === null ? "" : ` ${errorWords(sale.printErrorCode).what}`;
  switch (sale.printOutcome) {
    case "WAITING":
      return reason === "" ? "Struk menunggu dicetak" : `Struk disimpan.${reason}`;
    case "PRINTING":
      return "Struk sedang dicetak";
    case "PRINTED":
      return "Struk tercetak";
    case "SENT":
      return "Struk dikirim ke printer";
    case "SKIPPED":
      return "Struk dilewati";
    case "FAILED":
      return `Struk gagal dicetak.${reason} Lihat kertasnya, lalu cetak salinan.`;
  }
}
