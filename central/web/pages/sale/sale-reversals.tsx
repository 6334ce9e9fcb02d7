import type { ReactNode } from "react";
import type { ReversalRow } from "../../../../shared/contract/centre-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { formatWibDateTime } from "../../../../shared/domain/period.ts";
import { CONDITION_WORD, REASON_WORD, REVERSAL_WORD } from "../../texts/reversal-words.ts";
import { quarantineText, REVERSAL_REMARKS } from "../../texts/sale-standing.ts";

/** What was taken back of the sale, the oldest first. */
export function SaleReversals({ reversals }: { readonly reversals: readonly ReversalRow[] }) {
  return (
    <section className="receipt" aria-labelledby="retur">
      <h2 id="retur">Pembatalan dan retur</h2>
      {reversals.map((reversal) => (
        <Reversal key={reversal.seq} reversal={reversal} />
      ))}
    </section>
  );
}

function Reversal({ reversal }: { readonly reversal: ReversalRow }): ReactNode {
  const { kind, number, reason, approverName, cashierName, total, code, state } = reversal;
  const remark = state === "QUARANTINED" ? quarantineText(code ?? "") : remarkOf(code);
  return (
    <dl className="receipt-facts">
      <Fact title={REVERSAL_WORD[kind]}>{number ?? `catatan ${reversal.seq}`}</Fact>
      <Fact title="Waktu">{formatWibDateTime(reversal.at)} WIB</Fact>
      <Fact title="Uang kembali">{formatRupiah(total)}</Fact>
      {reversal.took !== total && (
        <Fact title="Dikurangkan pusat">{formatRupiah(reversal.took)}</Fact>
      )}
      <Fact title="Alasan">{REASON_WORD[reason] ?? reason}</Fact>
      <Fact title="Kasir">{cashierName ?? "tidak dikenal"}</Fact>
      <Fact title="Disetujui">{approverName ?? "tanpa penyelia"}</Fact>
      {kind === "RETURN" && <Fact title="Barang">{reversal.lines.map(goods).join("; ")}</Fact>}
      {remark !== null && <Fact title="Catatan">{remark}</Fact>}
    </dl>
  );
}

function goods({ originalNo, qty, condition }: ReversalRow["lines"][number]): string {
  return `baris ${originalNo}: ${qty} barang, ${CONDITION_WORD[condition ?? ""] ?? condition}`;
}

function remarkOf(code: string | null): string | null {
  return code === null ? null : (REVERSAL_REMARKS[code] ?? code);
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
