import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { TillRow } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { tillName } from "./till-columns.tsx";

type Props = { readonly till: TillRow; readonly onClose: () => void };

/** Asks a till's supervisor for a new key; says first when that helps, and when it does not. */
export function AskKeyChange({ till, onClose }: Props): ReactNode {
  const ask = useAsk(onClose);
  const name = tillName(till);
  return (
    <Dialog title={`Minta ganti kunci ${name}`} onClose={onClose}>
      <p>
        Lakukan ini bila kunci <strong>{name}</strong> mungkin pernah dilihat orang lain, misalnya
        komputernya diperbaiki di luar. Penyelia melihat permintaan ini di kasir lalu menekan Ganti
        kunci; penjualan tidak terhenti. Permintaan hilang sendiri begitu kuncinya diganti.
      </p>
      <p>Bila mesinnya hilang, jangan minta ganti kunci: cabut izinnya.</p>
      {ask.isError && <FailureNotice error={ask.error} />}
      <div className="modal-actions">
        <Button variant="outline" onClick={onClose}>
          Batal
        </Button>
        <Button loading={ask.isPending} onClick={() => ask.mutate({ tillId: till.tillId })}>
          Minta ganti kunci
        </Button>
      </div>
    </Dialog>
  );
}

function useAsk(onDone: () => void) {
  const centre = useCentre();
  const queryClient = useQueryClient();
  return useMutation(
    centre.till.askKeyChange.mutationOptions({
      onSuccess: async () => {
        onDone();
        await queryClient.invalidateQueries(centre.till.pathFilter());
      },
    }),
  );
}
