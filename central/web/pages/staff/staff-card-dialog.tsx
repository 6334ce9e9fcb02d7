import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { StaffMember } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { IssuedCard } from "./issued-card.tsx";

type Props = { readonly member: StaffMember; readonly onClose: () => void };

/** Gives a supervisor a card in place of the one before, or withdraws it. */
export function StaffCardDialog({ member, onClose }: Props): ReactNode {
  const { issue, withdraw } = useCardChanges(onClose);
  const { cashierId, name, card } = member;
  const busy = issue.isPending || withdraw.isPending;
  if (issue.data !== undefined) {
    return (
      <Dialog title="Kartu penyelia" onClose={onClose}>
        <IssuedCard card={issue.data} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={`Kartu ${name}`} onClose={onClose}>
      <p>{card === null ? FIRST : REPLACED}</p>
      <p className="soft">{COPY}</p>
      {issue.isError && <FailureNotice error={issue.error} />}
      {withdraw.isError && <FailureNotice error={withdraw.error} />}
      <div className="modal-actions staff-actions">
        {card !== null && (
          <Button
            variant="outline"
            color="brick.6"
            disabled={busy}
            onClick={() => withdraw.mutate({ cashierId })}
          >
            Cabut kartu
          </Button>
        )}
        {member.active && member.role === "SUPERVISOR" && (
          <Button loading={busy} onClick={() => issue.mutate({ cashierId })}>
            {card === null ? "Terbitkan kartu" : "Terbitkan kartu baru"}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

const FIRST = "Kartu berlaku satu tahun di semua galeri tempat penyelia ini bertugas.";
const REPLACED =
  "Kartu baru berlaku satu tahun dan menggantikan kartu yang sekarang. Kartu yang dicabut ditolak mesin kasir sejak terhubung lagi dengan pusat.";
const COPY =
  "Kode di kartu dapat disalin. Serahkan langsung kepada orangnya, jangan difoto atau dikirim, dan cabut begitu hilang.";

function useCardChanges(onWithdrawn: () => void) {
  const centre = useCentre();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries(centre.staff.pathFilter());
  const issue = useMutation(centre.staff.issueCard.mutationOptions({ onSuccess: refresh }));
  const withdraw = useMutation(
    centre.staff.withdrawCard.mutationOptions({
      onSuccess: async () => {
        onWithdrawn();
        await refresh();
      },
    }),
  );
  return { issue, withdraw };
}
