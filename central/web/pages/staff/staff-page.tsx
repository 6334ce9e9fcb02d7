import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { StaffMember } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { useMe } from "../../ui/use-me.ts";
import { StaffCardDialog } from "./staff-card-dialog.tsx";
import { staffColumns } from "./staff-columns.tsx";
import "./staff-page.css";

/** The people at the tills, and the cards by which supervisors approve. */
export function StaffPage(): ReactNode {
  const { access } = useMe();
  const staff = useQuery(useCentre().staff.list.queryOptions());
  const [opened, setOpened] = useState<StaffMember | null>(null);
  return (
    <>
      <PageHead title="Petugas kasir" />
      <p className="soft staff-lead">
        Penyelia menyetujui pembatalan, retur, potongan, harga, laci, jam, dan kartu di mesin kasir
        dengan PIN atau kartunya. Kartu yang hilang dicabut di sini; mesin kasir menolaknya sejak
        terhubung lagi dengan pusat.
      </p>
      {staff.isError && <FailureNotice error={staff.error} onRetry={() => void staff.refetch()} />}
      {staff.isPending && <LoadingLines lines={4} />}
      {staff.data?.length === 0 && <EmptyNotice title="Belum ada petugas kasir" />}
      {staff.data !== undefined && staff.data.length > 0 && (
        <DataTable
          caption="Petugas kasir dan kartunya"
          columns={staffColumns(access.issueCards ? setOpened : null)}
          rows={staff.data}
          rowKey={(member) => member.cashierId}
        />
      )}
      {opened !== null && <StaffCardDialog member={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
