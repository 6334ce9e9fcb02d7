import type { ReactNode } from "react";
import type { PersonMonth } from "../../../../shared/contract/centre-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { monthStanding } from "../../texts/month-standing.ts";
import { CLASS_WORD } from "../../texts/words.ts";
import { StateWord } from "../../ui/state-word.tsx";
import "./office-page.css";

/** Who the person is for this month and where they stand; the last four digits of the NIP, never more. */
export function PersonFacts({ person }: { readonly person: PersonMonth }): ReactNode {
  const standing = monthStanding(person);
  return (
    <>
      <p className="soft">
        NIP ··{person.nipLast4} · {person.unitName}
        {person.class !== null && ` · ${CLASS_WORD[person.class]}`}
      </p>
      <dl className="person-figures">
        <div>
          <dt>Keadaan</dt>
          <dd>
            <StateWord tone={standing.tone}>{standing.word}</StateWord>
          </dd>
        </div>
        <div>
          <dt>Tercatat</dt>
          <dd>
            {formatRupiah(person.counted)}
            {person.obligation !== null && ` dari ${formatRupiah(person.obligation)}`}
          </dd>
        </div>
      </dl>
    </>
  );
}
