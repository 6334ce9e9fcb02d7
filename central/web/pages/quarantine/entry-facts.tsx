import type { ReactNode } from "react";
import type { QuarantinedEntry } from "../../../../shared/contract/quarantine-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { formatWibDateTime, periodLabel } from "../../../../shared/domain/period.ts";
import { checkTexts } from "../../texts/check-text.ts";
import { faultAdvice } from "../../texts/fault-advice.ts";
import { quarantineText } from "../../texts/sale-standing.ts";
import { StateWord } from "../../ui/state-word.tsx";

type Props = { readonly entry: QuarantinedEntry; readonly till: string };

/** What is wrong with an entry in plain words, and the entry itself. */
export function EntryFacts({ entry, till }: Props): ReactNode {
  const { code, contentCode } = entry;
  return (
    <>
      <div className="quarantine-wrong">
        <strong>{quarantineText(code)}</strong>
        {contentCode !== null && contentCode !== code && (
          <p>Selain itu: {quarantineText(contentCode)}</p>
        )}
        <p>{faultAdvice(code)}</p>
        <p className="soft">Kode {code}</p>
      </div>
      <dl className="quarantine-facts">
        <dt>Mesin</dt>
        <dd>{till}</dd>
        <dt>Ditulis</dt>
        <dd>{entry.at === null ? "tidak terbaca" : `${formatWibDateTime(entry.at)} WIB`}</dd>
        <dt>Diterima</dt>
        <dd>{formatWibDateTime(entry.receivedAt)} WIB</dd>
        <SaleFacts sale={entry.sale} />
        <dt>Keaslian</dt>
        <dd>
          <Genuineness entry={entry} />
        </dd>
      </dl>
      <details>
        <summary>Isi catatan seperti ditulis mesin kasir</summary>
        <pre className="quarantine-body" tabIndex={0}>
          {readable(entry.body)}
        </pre>
      </details>
    </>
  );
}

function SaleFacts({ sale }: { readonly sale: QuarantinedEntry["sale"] }): ReactNode {
  if (sale === null) return null;
  return (
    <>
      <dt>Struk</dt>
      <dd>
        {sale.number}, {periodLabel(sale.period)}
      </dd>
      <dt>Jumlah</dt>
      <dd>{formatRupiah(sale.total)}</dd>
    </>
  );
}

function Genuineness({ entry }: { readonly entry: QuarantinedEntry }): ReactNode {
  const faults = checkTexts(entry.check).filter(({ verdict }) => verdict === "fault");
  if (faults.length === 0) {
    return <StateWord tone="good">Asli: isi, rantai, dan tanda tangannya cocok</StateWord>;
  }
  return (
    <>
      {faults.map(({ key, title, explanation }) => (
        <StateWord key={key} tone="bad">
          {title}: {explanation}
        </StateWord>
      ))}
    </>
  );
}

/** The JSON over lines; a text that is none as it is. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
