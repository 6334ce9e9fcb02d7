import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { OpenPeriodRow } from "../../../../shared/contract/quarantine-api.ts";
import { formatRupiah } from "../../../../shared/domain/money.ts";
import { formatWibDateTime } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { MonthField } from "./month-field.tsx";
import { useReason } from "./use-reason.tsx";

type Props = { readonly row: OpenPeriodRow; readonly onClose: () => void };

/** Which month a sale belongs to, by what came before it and when the centre received it. */
export function PeriodDialog({ row, onClose }: Props): ReactNode {
  const [period, setPeriod] = useState(row.period);
  const reason = useReason("Wajib, dibaca pemeriksa, misalnya: sesuai laporan Z galeri hari itu");
  const confirm = useConfirm(onClose);
  const save = (): void => {
    const why = reason.check();
    const { tillId, seq } = row;
    if (why !== null) confirm.mutate({ tillId, seq, period, reason: why });
  };
  return (
    <Dialog title="Tetapkan bulan penjualan" onClose={onClose}>
      <div className="modal-form">
        <PeriodFacts row={row} />
        <MonthField period={period} onChange={setPeriod} />
        {reason.field}
        {confirm.isError && <FailureNotice error={confirm.error} />}
        <div className="modal-actions">
          <Button variant="outline" onClick={onClose}>
            Batal
          </Button>
          <Button loading={confirm.isPending} onClick={save}>
            Hitung di bulan ini
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function PeriodFacts({ row }: { readonly row: OpenPeriodRow }): ReactNode {
  return (
    <dl className="quarantine-facts">
      <dt>Struk</dt>
      <dd>
        {row.number}, {formatRupiah(row.total)}
      </dd>
      <dt>Jam mesin</dt>
      <dd>{formatWibDateTime(row.at)} WIB, meragukan</dd>
      {row.beforeAt !== null && (
        <>
          <dt>Catatan sebelumnya</dt>
          <dd>{formatWibDateTime(row.beforeAt)} WIB</dd>
        </>
      )}
      <dt>Diterima pusat</dt>
      <dd>{formatWibDateTime(row.receivedAt)} WIB, pasti</dd>
    </dl>
  );
}

function useConfirm(onDone: () => void) {
  const centre = useCentre();
  const queryClient = useQueryClient();
  return useMutation(
    centre.quarantine.confirmPeriod.mutationOptions({
      onSuccess: async () => {
        onDone();
        await queryClient.invalidateQueries();
      },
    }),
  );
}
