import type { SaleView } from "../../shared/contract/till-state.ts";
import { errorWords } from "./error-words.ts";
import { said } from "./language.ts";

/** What became of a sale's receipt. */
export function receiptWords(sale: Pick<SaleView, "printOutcome" | "printErrorCode">): string {
  const reason = sale.printErrorCode === null ? "" : ` ${errorWords(sale.printErrorCode).what}`;
  switch (sale.printOutcome) {
    case "WAITING":
      return reason === ""
        ? said("Struk menunggu dicetak", "The receipt waits to be printed")
        : said(`Struk disimpan.${reason}`, `The receipt is kept.${reason}`);
    case "PRINTING":
      return said("Struk sedang dicetak", "The receipt is printing");
    case "PRINTED":
      return said("Struk tercetak", "Receipt printed");
    case "SENT":
      return said("Struk dikirim ke printer", "Receipt sent to the printer");
    case "SKIPPED":
      return said("Struk dilewati", "Receipt skipped");
    case "FAILED":
      if (sale.printErrorCode === "PRINTER_UNSURE") {
        return said(
          `Struk tidak pasti keluar.${reason} Lihat kertasnya, lalu cetak salinan bila perlu.`,
          `Not sure that the receipt came out.${reason} Look at the paper, then print a copy if needed.`,
        );
      }
      return said(
        `Struk gagal dicetak.${reason} Lihat kertasnya, lalu cetak salinan.`,
        `The receipt did not print.${reason} Look at the paper, then print a copy.`,
      );
  }
}
