import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { periodLabel, periodOf } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { MonthPicker } from "../../ui/month-picker.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { useNow } from "../../ui/use-now.ts";
import { PERSON_COLUMNS, SaleTable } from "../sales/sale-table.tsx";
import { PersonFacts } from "./person-facts.tsx";
import { useOffice } from "./use-office.ts";

const route = getRouteApi("/member/framed/kantor/$officeId/pegawai/$personId");

/** One person's month: what is asked, what is counted, and every purchase behind it. */
export function PersonPage(): ReactNode {
  const { officeId, personId } = route.useParams();
  const { bulan } = route.useSearch();
  const navigate = route.useNavigate();
  const running = periodOf(useNow());
  const period = bulan ?? running;
  const office = useOffice(officeId, period);
  const centre = useCentre();
  const people = useQuery(centre.office.people.queryOptions({ officeId, period }));
  const sales = useQuery(centre.sale.ofPerson.queryOptions({ personId, period }));
  const person = people.data?.find((one) => one.personId === personId);
  const show = (next: string): void =>
    void navigate({ search: { bulan: next === running ? undefined : next } });
  return (
    <>
      <PageHead
        title={person?.name ?? "Pegawai"}
        back={
          <Link to="/kantor/$officeId" params={{ officeId }} search={{ bulan }}>
            ← {office?.name ?? "Perangkat daerah"}
          </Link>
        }
        aside={<MonthPicker period={period} last={running} onChange={show} />}
      >
        {person !== undefined && <PersonFacts person={person} />}
      </PageHead>
      {sales.isError && <FailureNotice error={sales.error} onRetry={() => void sales.refetch()} />}
      {sales.isPending && <LoadingLines lines={4} />}
      {sales.data?.length === 0 && (
        <EmptyNotice title={`Belum ada belanja pada ${periodLabel(period)}`}>
          Belanja tercatat begitu struknya sampai di pusat.
        </EmptyNotice>
      )}
      {sales.data !== undefined && sales.data.length > 0 && (
        <SaleTable
          caption={`Belanja ${periodLabel(period)}`}
          columns={PERSON_COLUMNS}
          rows={sales.data}
        />
      )}
    </>
  );
}
