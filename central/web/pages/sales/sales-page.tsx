import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { dateOf, dateStartMs, formatWibDate } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { countText } from "../../ui/count-text.ts";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { TableTools } from "../../ui/table-tools.tsx";
import { useNow } from "../../ui/use-now.ts";
import { DayPicker } from "./day-picker.tsx";
import { SalePager } from "./sale-pager.tsx";
import { DAY_COLUMNS, SaleTable } from "./sale-table.tsx";

const PAGE_ROWS = 50;
const route = getRouteApi("/member/framed/penjualan");

/** The sales of one day, page by page, the newest first. */
export function SalesPage(): ReactNode {
  const { tanggal, kursor, halaman = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const today = dateOf(useNow());
  const date = tanggal ?? today;
  const label = formatWibDate(dateStartMs(date));
  const sales = useQuery(
    useCentre().sale.ofDay.queryOptions(
      { date, cursor: kursor ?? null, limit: PAGE_ROWS },
      { refetchInterval: 15_000, placeholderData: keepPreviousData },
    ),
  );
  const show = (next: string): void =>
    void navigate({ search: next === today ? {} : { tanggal: next } });
  return (
    <>
      <PageHead
        title={`Penjualan ${label}`}
        aside={<DayPicker date={date} last={today} onChange={show} />}
      >
        {sales.data !== undefined && sales.data.count > 0 && (
          <p className="sales-sum">
            {countText(sales.data.count)} penjualan,{" "}
            <strong>{formatRupiah(sales.data.total)}</strong>
          </p>
        )}
      </PageHead>
      {sales.isError && <FailureNotice error={sales.error} onRetry={() => void sales.refetch()} />}
      {sales.isPending && <LoadingLines lines={10} />}
      {sales.data?.rows.length === 0 && (
        <EmptyNotice title="Tidak ada penjualan pada tanggal ini">
          Mesin kasir yang sedang luring mengirim penjualannya setelah tersambung kembali.
        </EmptyNotice>
      )}
      {sales.data !== undefined && sales.data.rows.length > 0 && (
        <>
          <div className="filter-bar">
            <TableTools
              fileName={`bela-beli-penjualan-${date}`}
              columns={DAY_COLUMNS}
              rows={sales.data.rows}
            />
          </div>
          <SaleTable caption={`Penjualan ${label}`} columns={DAY_COLUMNS} rows={sales.data.rows} />
          <SalePager page={halaman} next={sales.data.nextCursor} />
        </>
      )}
    </>
  );
}
