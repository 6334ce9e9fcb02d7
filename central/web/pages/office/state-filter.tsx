import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { PersonMonth } from "../../../../shared/contract/centre-api.ts";
import { countText } from "../../ui/count-text.ts";

/** The filter's words in the address, and the state each shows. */
export const STATE_OF_FILTER = {
  kurang: "SHORT",
  terpenuhi: "MET",
  dibebaskan: "EXEMPT",
  "tidak-wajib": "NOT_OBLIGED",
} as const satisfies Record<string, PersonMonth["state"]>;

type Filter = keyof typeof STATE_OF_FILTER;

const TITLES: readonly (readonly [Filter | undefined, string])[] = [
  [undefined, "Semua"],
  ["kurang", "Kurang"],
  ["terpenuhi", "Terpenuhi"],
  ["dibebaskan", "Dibebaskan"],
  ["tidak-wajib", "Tidak wajib"],
];

type Props = { readonly people: readonly PersonMonth[]; readonly status: Filter | undefined };

/** Shows one state of the month only, with how many stand in each. */
export function StateFilter({ people, status }: Props): ReactNode {
  const count = (filter: Filter | undefined): number =>
    filter === undefined
      ? people.length
      : people.filter((person) => person.state === STATE_OF_FILTER[filter]).length;
  return (
    <nav className="state-filter no-print" aria-label="Saring menurut keadaan">
      {TITLES.filter(([filter]) => filter === status || count(filter) > 0).map(
        ([filter, title]) => (
          <Link
            key={title}
            from="/kantor/$officeId"
            to="/kantor/$officeId"
            search={(old) => ({ ...old, status: filter })}
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
            replace
            resetScroll={false}
          >
            {title} {countText(count(filter))}
          </Link>
        ),
      )}
    </nav>
  );
}
