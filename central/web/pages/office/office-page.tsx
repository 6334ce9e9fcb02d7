import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { periodLabel, periodOf } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { MonthPicker } from "../../ui/month-picker.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { useMe } from "../../ui/use-me.ts";
import { useNow } from "../../ui/use-now.ts";
import { OfficeSummary } from "./office-summary.tsx";
import { PeopleTable } from "./people-table.tsx";
import { useOffice } from "./use-office.ts";

const route = getRouteApi("/member/framed/kantor/$officeId");

/** An office's month: how many met it, who has not, and by how much. */
export function OfficePage(): ReactNode {
  const { access } = useMe();
  const { officeId } = route.useParams();
  const { bulan } = route.useSearch();
  const navigate = route.useNavigate();
  const running = periodOf(useNow());
  const period = bulan ?? running;
  const office = useOffice(officeId, period);
  const people = useQuery(
    useCentre().office.people.queryOptions(
      { officeId, period },
      { refetchInterval: 30_000, placeholderData: keepPreviousData },
    ),
  );
  const show = (next: string): void =>
    void navigate({ search: (old) => ({ ...old, bulan: next === running ? undefined : next }) });
  return (
    <>
      <PageHead
        title={office?.name ?? "Perangkat daerah"}
        back={
          access.overview && (
            <Link to="/" search={{ bulan }}>
              ← Semua perangkat daerah
            </Link>
          )
        }
        aside={<MonthPicker period={period} last={running} onChange={show} />}
      >
        {people.data !== undefined && <OfficeSummary people={people.data} />}
      </PageHead>
      {people.isError && (
        <FailureNotice error={people.error} onRetry={() => void people.refetch()} />
      )}
      {people.isPending && <LoadingLines lines={12} />}
      {people.data !== undefined && (
        <PeopleTable
          officeId={officeId}
          title={`Belanja wajib ${office?.name ?? "perangkat daerah"} ${periodLabel(period)}`}
          period={period}
          people={people.data}
        />
      )}
    </>
  );
}
