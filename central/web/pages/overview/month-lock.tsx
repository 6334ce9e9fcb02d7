import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { MonthState } from "../../../../shared/contract/fleet-api.ts";
import { formatWibDate, formatWibDateTime, periodLabel } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { countText } from "../../ui/count-text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useMe } from "../../ui/use-me.ts";
import { useNow } from "../../ui/use-now.ts";
import { MonthRevisions } from "./month-revisions.tsx";

type Props = { readonly period: string };

/** Whether the month's reports are final; for who may, the way to make them so. */
export function MonthLock({ period }: Props): ReactNode {
  const { access } = useMe();
  const now = useNow();
  const [opened, setOpened] = useState(false);
  const state = useQuery(useCentre().month.state.queryOptions({ period }));
  const { data } = state;
  if (data === undefined) return null;
  if (data.lockedAt !== null) {
    const by = data.lockedBy === null ? "" : ` oleh ${data.lockedBy}`;
    return (
      <>
        <p className="month-lock">
          Laporan {periodLabel(period)} final, dikunci {formatWibDateTime(data.lockedAt)} WIB{by}.
        </p>
        <MonthRevisions revisions={data.revisions} />
      </>
    );
  }
  if (!access.decideEntries) return null;
  if (now < data.lockableFrom) {
    return (
      <p className="month-lock soft">
        {periodLabel(period)} dapat dikunci mulai {formatWibDate(data.lockableFrom)}.
      </p>
    );
  }
  return (
    <div className="month-lock no-print">
      <p>{periodLabel(period)} belum dikunci: angkanya masih dapat berubah.</p>
      <Button variant="outline" onClick={() => setOpened(true)}>
        Kunci {periodLabel(period)}
      </Button>
      {opened && <LockDialog period={period} state={data} onClose={() => setOpened(false)} />}
    </div>
  );
}

type DialogProps = Props & { readonly state: MonthState; readonly onClose: () => void };

function LockDialog({ period, state, onClose }: DialogProps): ReactNode {
  const lock = useLock(onClose);
  const month = periodLabel(period);
  const { openPeriods, quarantined } = state;
  return (
    <Dialog title={`Kunci ${month}`} onClose={onClose}>
      <div className="modal-form">
        <p>
          Setelah dikunci, laporan {month} final. Retur dan pembatalan yang datang kemudian
          mengurangi bulan yang masih terbuka. Penjualan susulan hanya dihitung bila diterima di
          halaman Pemeriksaan, sebagai versi baru laporan dengan selisih yang terlihat. Kunci tidak
          dapat dibuka lagi.
        </p>
        {quarantined > 0 && (
          <p className="lock-open">
            {countText(quarantined)} penjualan bulan ini masih menunggu pemeriksaan.
          </p>
        )}
        {openPeriods > 0 && (
          <p className="lock-open">
            {countText(openPeriods)} penjualan belum pasti termasuk bulan ini.
          </p>
        )}
        {lock.isError && <FailureNotice error={lock.error} />}
        <div className="modal-actions">
          <Button variant="outline" onClick={onClose}>
            Batal
          </Button>
          <Button loading={lock.isPending} onClick={() => lock.mutate({ period })}>
            Kunci {month}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function useLock(onDone: () => void) {
  const centre = useCentre();
  const queryClient = useQueryClient();
  return useMutation(
    centre.month.lock.mutationOptions({
      onSuccess: async () => {
        onDone();
        await queryClient.invalidateQueries(centre.month.pathFilter());
      },
    }),
  );
}
