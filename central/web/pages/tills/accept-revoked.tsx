import { Button, NumberInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { TillRow } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { countText } from "../../ui/count-text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useReason } from "../quarantine/use-reason.tsx";

type Props = { readonly till: TillRow; readonly onClose: () => void };

/** Accepts what a revoked till wrote, up to an entry that a person names. */
export function AcceptRevoked({ till, onClose }: Props): ReactNode {
  const accept = useAccept();
  if (accept.data === undefined) {
    return (
      <Dialog title={`Terima catatan ${till.outletCode}-${till.tillCode}`} onClose={onClose}>
        <AcceptForm till={till} accept={accept} onClose={onClose} />
      </Dialog>
    );
  }
  const { accepted, left } = accept.data;
  return (
    <Dialog title="Catatan diterima" onClose={onClose}>
      <p>
        {countText(accepted)} catatan diterima dan dihitung.
        {left > 0 && ` ${countText(left)} lainnya punya kesalahan lain dan tetap menunggu.`}
      </p>
      <div className="modal-actions">
        <Button onClick={onClose}>Selesai</Button>
      </div>
    </Dialog>
  );
}

type FormProps = Props & { readonly accept: ReturnType<typeof useAccept> };

function AcceptForm({ till, accept, onClose }: FormProps): ReactNode {
  const [upToSeq, setUpToSeq] = useState<number | string>(till.headSeq);
  const reason = useReason("Wajib, dibaca pemeriksa, misalnya: dijual sebelum mesin hilang");
  const save = (): void => {
    const why = reason.check();
    if (why === null) return;
    accept.mutate({ tillId: till.tillId, upToSeq: Number(upToSeq), reason: why });
  };
  return (
    <div className="modal-form">
      <p>
        Mesin ini sudah dicabut. Catatan yang tanda tangan dan isinya benar diterima sampai urutan
        yang Anda sebut; sisanya tetap menunggu.
      </p>
      <SeqField last={till.headSeq} value={upToSeq} onChange={setUpToSeq} />
      {reason.field}
      {accept.isError && <FailureNotice error={accept.error} />}
      <div className="modal-actions">
        <Button variant="outline" onClick={onClose}>
          Batal
        </Button>
        <Button loading={accept.isPending} onClick={save}>
          Terima dan hitung
        </Button>
      </div>
    </div>
  );
}

type SeqProps = {
  readonly last: number;
  readonly value: number | string;
  readonly onChange: (seq: number | string) => void;
};

function SeqField({ last, value, onChange }: SeqProps): ReactNode {
  return (
    <NumberInput
      label="Terima sampai urutan"
      description={`Pusat menyimpan sampai urutan ${countText(last)}`}
      min={1}
      max={last}
      allowDecimal={false}
      hideControls
      value={value}
      onChange={onChange}
    />
  );
}

function useAccept() {
  const centre = useCentre();
  const queryClient = useQueryClient();
  return useMutation(
    centre.quarantine.acceptRevoked.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(),
    }),
  );
}
