import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { dateOf, formatWibTime } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { countText } from "../../ui/count-text.ts";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { useNow } from "../../ui/use-now.ts";

const SHOWN = 6;

/** The newest sales of the day and their sum. */
export function SalesToday(): ReactNode {
  const date = dateOf(useNow());
  const sales = useQuery(
    useCentre().sale.ofDay.queryOptions(
      { date, cursor: null, limit: SHOWN },
      { refetchInterval: 15_000 },
    ),
  );
  return (
    <section aria-labelledby="hari-ini">
      <div className="aside-head">
        <h2 id="hari-ini">Penjualan hari ini</h2>
        <Link to="/penjualan">Semua</Link>
      </div>
      {sales.isPending && <LoadingLines lines={4} />}
      {sales.isError && <FailureNotice error={sales.error} />}
      {sales.data?.count === 0 && <EmptyNotice title="Belum ada penjualan hari ini" />}
      <ul className="aside-list">
        {sales.data?.rows.map((sale) => (
          <li key={sale.saleId}>
            <Link to="/penjualan/$saleId" params={{ saleId: sale.saleId }}>
              {sale.number}
            </Link>
            <span className="amount">{formatRupiah(sale.total)}</span>
            <span className="soft">{sale.outletName}</span>
            <span className="soft amount">{formatWibTime(sale.at)}</span>
          </li>
        ))}
      </ul>
      {sales.data !== undefined && sales.data.count > 0 && (
        <p className="aside-sum">
          <span>{countText(sales.data.count)} penjualan</span>
          <span>{formatRupiah(sales.data.total)}</span>
        </p>
      )}
    </section>
  );
}
