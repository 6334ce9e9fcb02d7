import type { ReactNode } from "react";
import type { SaleDetail } from "../../../../shared/contract/centre-api.ts";
import { saleStanding } from "../../texts/sale-standing.ts";
import { StateWord } from "../../ui/state-word.tsx";

/** What a person should know about the sale before reading it; nothing when all is as usual. */
export function SaleRemark({ sale }: { readonly sale: SaleDetail }): ReactNode {
  const standing = saleStanding(sale);
  if (standing.explanation === null) return null;
  return (
    <div className={`sale-remark remark-${standing.tone}`}>
      <StateWord tone={standing.tone}>{standing.word}</StateWord>
      <p>{standing.explanation}</p>
    </div>
  );
}
