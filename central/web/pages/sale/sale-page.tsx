import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SaleDetail } from "../../../../shared/contract/centre-api.ts";
import { dateOf, formatWibDateTime } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { useMe } from "../../ui/use-me.ts";
import { EntryChecks } from "./entry-checks.tsx";
import { JournalEntry } from "./journal-entry.tsx";
import { SaleReceipt } from "./sale-receipt.tsx";
import { SaleRemark } from "./sale-remark.tsx";
import { SaleReversals } from "./sale-reversals.tsx";
import "./sale-page.css";

const route = getRouteApi("/member/framed/penjualan/$saleId");

/** One sale down to its journal entry: what was bought, and whether the proof holds. */
export function SalePage(): ReactNode {
  const { saleId } = route.useParams();
  const sale = useQuery(useCentre().sale.get.queryOptions({ saleId }));
  return (
    <>
      <PageHead title={sale.data?.number ?? "Penjualan"} back={<WayBack sale={sale.data} />}>
        {sale.data !== undefined && (
          <p className="soft">
            {formatWibDateTime(sale.data.at)} WIB · {sale.data.outletName} · mesin{" "}
            {sale.data.tillCode}
            {sale.data.cashierName !== null && ` · kasir ${sale.data.cashierName}`}
          </p>
        )}
      </PageHead>
      {sale.isError && <FailureNotice error={sale.error} onRetry={() => void sale.refetch()} />}
      {sale.isPending && <LoadingLines lines={10} />}
      {sale.data !== undefined && <SaleParts sale={sale.data} />}
    </>
  );
}

function SaleParts({ sale }: { readonly sale: SaleDetail }): ReactNode {
  return (
    <>
      <SaleRemark sale={sale} />
      <div className="sale-columns">
        <SaleReceipt sale={sale} />
        <EntryChecks check={sale.check} accepted={sale.state === "ACCEPTED"} />
      </div>
      {sale.reversals.length > 0 && <SaleReversals reversals={sale.reversals} />}
      <JournalEntry entry={sale.entry} />
    </>
  );
}

function WayBack({ sale }: { readonly sale: SaleDetail | undefined }): ReactNode {
  const { access } = useMe();
  if (!access.sales) return <Link to="/">← Kantor saya</Link>;
  const search = sale === undefined ? {} : { tanggal: dateOf(sale.at) };
  return (
    <Link to="/penjualan" search={search}>
      ← Penjualan hari itu
    </Link>
  );
}
