import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { periodLabel, periodOf } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { useMe } from "../../ui/use-me.ts";
import { useNow } from "../../ui/use-now.ts";
import { MonthBand } from "./month-band.tsx";
import { MonthLock } from "./month-lock.tsx";
import { OfficeTable } from "./office-table.tsx";
import { TillsToday } from "./tills-today.tsx";
import { SalesToday } from "./sales-today.tsx";
import "./overview-page.css";

const route = getRouteApi("/member/framed/");

/** The first page: how the month stands, which offices lag, what sold today, which tills are silent. */
export function OverviewPage(): ReactNode {
  const { access } = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const running = periodOf(useNow());
  const period = search.bulan ?? running;
  const month = useQuery(
    useCentre().overview.month.queryOptions(
      { period },
      { refetchInterval: 15_000, placeholderData: keepPreviousData },
    ),
  );
  const show = (next: string): void =>
    void navigate({ search: (old) => ({ ...old, bulan: next === running ? undefined : next }) });
  return (
    <>
      <title>{`Ringkasan ${periodLabel(period)} · Bela Beli`}</title>
      <MonthBand period={period} running={running} month={month.data} onPeriod={show} />
      <MonthLock period={period} />
      {month.isError && <FailureNotice error={month.error} onRetry={() => void month.refetch()} />}
      <div className="overview-columns">
        <section aria-labelledby="kantor">
          <h2 id="kantor">Perangkat daerah</h2>
          {month.data === undefined && month.isPending && <LoadingLines lines={12} />}
          {month.data !== undefined && <OfficeTable month={month.data} />}
        </section>
        <div className="overview-aside no-print">
          {access.sales && <SalesToday />}
          {access.tills && <TillsToday />}
        </div>
      </div>
    </>
  );
}
