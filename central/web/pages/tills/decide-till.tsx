import { Button, Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { PendingTill } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";

type Props = {
  readonly till: PendingTill;
  readonly fingerprint: string;
  readonly onClose: () => void;
};

/** The one moment a stranger's machine could slip in: the key's fingerprint is compared by eye. */
export function DecideTill({ till, fingerprint, onClose }: Props): ReactNode {
  const [same, setSame] = useState(false);
  const decide = useDecide(onClose);
  const answer = (accept: boolean): void =>
    decide.mutate({ enrolmentId: till.enrolmentId, accept, fingerprint });
  return (
    <Dialog title="Apakah ini mesin yang benar?" onClose={onClose}>
      <p>
        Mesin kasir{" "}
        <strong>
          {till.outletName} · {till.tillCode}
        </strong>
        {till.replaces !== null && (
          <>
            , pengganti <strong>{till.replaces}</strong> yang melanjutkan jurnalnya,
          </>
        )}{" "}
        menampilkan sidik kuncinya di layar. Samakan dengan yang ini, huruf demi huruf:
      </p>
      <p className="fingerprint">{fingerprint}</p>
      <Checkbox
        checked={same}
        onChange={(event) => setSame(event.currentTarget.checked)}
        label="Sidik di layar mesin kasir sama persis"
      />
      {decide.isError && <FailureNotice error={decide.error} />}
      <div className="modal-actions">
        <Button
          variant="outline"
          color="brick.6"
          loading={decide.isPending}
          onClick={() => answer(false)}
        >
          Tolak
        </Button>
        <Button disabled={!same} loading={decide.isPending} onClick={() => answer(true)}>
          Terima mesin ini
        </Button>
      </div>
    </Dialog>
  );
}

function useDecide(onDone: () => void) {
  const centre = useCentre();
  const queryClient = useQueryClient();
  return useMutation(
    centre.till.decide.mutationOptions({
      onSuccess: async () => {
        onDone();
        await queryClient.invalidateQueries(centre.till.pathFilter());
      },
    }),
  );
}
