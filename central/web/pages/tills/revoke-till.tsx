import { Button, Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { TillRow } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { countText } from "../../ui/count-text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useReason } from "../quarantine/use-reason.tsx";

type Props = { readonly till: TillRow; readonly onClose: () => void };

/** Takes a till's right away for good; says first what that does. */
export function RevokeTill({ till, onClose }: Props): ReactNode {
  const [sure, setSure] = useState(false);
  const reason = useReason("Wajib, dibaca pemeriksa, misalnya: mesin hilang dari galeri");
  const revoke = useRevoke(onClose);
  const name = `${till.outletCode}-${till.tillCode}`;
  const save = (): void => {
    const why = reason.check();
    if (why !== null) revoke.mutate({ tillId: till.tillId, reason: why });
  };
  return (
    <Dialog title={`Cabut izin ${name}`} onClose={onClose}>
      <div className="modal-form">
        <p>
          Pusat menerima catatan <strong>{name}</strong> sampai urutan{" "}
          <strong>{countText(till.headSeq)}</strong>. Yang datang sesudahnya disimpan utuh, tetapi
          menunggu pemeriksaan. Mesin ini tidak lagi menerima kabar dari pusat.
        </p>
        <p>Pencabutan tidak dapat dibatalkan. Untuk memakai mesin ini lagi, daftarkan dari awal.</p>
        {reason.field}
        <Checkbox
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          label={`Ya, cabut izin ${name} untuk selamanya`}
        />
        {revoke.isError && <FailureNotice error={revoke.error} />}
        <div className="modal-actions">
          <Button variant="outline" onClick={onClose}>
            Batal
          </Button>
          <Button color="brick.6" disabled={!sure} loading={revoke.isPending} onClick={save}>
            Cabut izin
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function useRevoke(onDone: () => void) {
  const centre = useCentre();
  const queryClient = useQueryClient();
  return useMutation(
    centre.till.revoke.mutationOptions({
      onSuccess: async () => {
        onDone();
        await queryClient.invalidateQueries(centre.till.pathFilter());
      },
    }),
  );
}
