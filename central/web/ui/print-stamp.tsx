import type { ReactNode } from "react";
import type { Me } from "../../../shared/contract/centre-api.ts";
import { formatWibDateTime } from "../../../shared/domain/period.ts";
import { useNow } from "./use-now.ts";

/** On paper only: where the sheet comes from, when it was printed and by whom. */
export function PrintStamp({ me }: { readonly me: Me }): ReactNode {
  const now = useNow();
  return (
    <p className="print-stamp only-print">
      Bela Beli, Kabupaten Probolinggo. Dicetak {formatWibDateTime(now)} WIB oleh {me.name}.
    </p>
  );
}
