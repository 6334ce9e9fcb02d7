import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { MonthRevision } from "../../../../shared/contract/fleet-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { formatWibDateTime } from "../../../../shared/domain/period.ts";
import { countText } from "../../ui/count-text.ts";

type Props = { readonly revisions: readonly MonthRevision[] };

/** What was changed in a locked month: which version of its report, by whom, and what it changed. */
export function MonthRevisions({ revisions }: Props): ReactNode {
  const newest = revisions.at(-1);
  if (newest === undefined) return null;
  const sum = (of: (revision: MonthRevision) => number): string =>
    formatRupiah(revisions.reduce((total, revision) => total + of(revision), 0));
  return (
    <details className="month-revisions">
      <summary>
        Versi {newest.version}: {countText(revisions.length)} perubahan susulan, selisih yang sampai
        ke UMKM {sum(({ total }) => total)}, selisih yang dihitung bagi ASN{" "}
        {sum(({ counted }) => counted)}
      </summary>
      <ul>
        {revisions.map(({ version, at, by, saleId, number, total, counted }) => (
          <li key={version}>
            Versi {version}, {formatWibDateTime(at)} WIB{by === null ? "" : ` oleh ${by}`}:{" "}
            <Link to="/penjualan/$saleId" params={{ saleId }}>
              {number}
            </Link>
            , UMKM {formatRupiah(total)}, ASN {formatRupiah(counted)}
          </li>
        ))}
      </ul>
    </details>
  );
}
