import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { TillRow } from "../../../../shared/contract/centre-api.ts";
import { tillHeap } from "../../texts/till-standing.ts";
import { countText } from "../../ui/count-text.ts";

/** The filter's words in the address, and the heap each shows. */
export const HEAP_OF_FILTER = {
  "perlu-dilihat": "WRONG",
  baik: "WELL",
  "tidak-dipakai": "UNUSED",
} as const satisfies Record<string, ReturnType<typeof tillHeap>>;

type Filter = keyof typeof HEAP_OF_FILTER;

const TITLES: readonly (readonly [Filter | undefined, string])[] = [
  [undefined, "Semua"],
  ["perlu-dilihat", "Perlu dilihat"],
  ["baik", "Baik"],
  ["tidak-dipakai", "Tidak dipakai"],
];

type Props = {
  readonly tills: readonly TillRow[];
  readonly now: number;
  readonly filter: Filter | undefined;
};

/** Shows one heap of tills only, with how many lie on each. */
export function TillFilter({ tills, now, filter }: Props): ReactNode {
  const count = (wanted: Filter | undefined): number =>
    wanted === undefined
      ? tills.length
      : tills.filter((till) => tillHeap(till, now) === HEAP_OF_FILTER[wanted]).length;
  return (
    <nav className="state-filter no-print" aria-label="Saring menurut keadaan">
      {TITLES.map(([wanted, title]) => (
        <Link
          key={title}
          to="/mesin-kasir"
          search={(old) => ({ ...old, saring: wanted })}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          aria-current={wanted === filter ? "page" : undefined}
          replace
          resetScroll={false}
        >
          {title} {countText(count(wanted))}
        </Link>
      ))}
    </nav>
  );
}
