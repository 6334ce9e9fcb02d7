import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { CardBindingRow } from "../../../../shared/contract/centre-api.ts";
import { formatWibDateTime } from "../../../../shared/domain/period.ts";
import { useCentre } from "../../client/centre.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { holderName, isWaiting } from "./binding-columns.tsx";

const MIN_REASON = 5;

type Props = { readonly binding: CardBindingRow; readonly onClose: () => void };

/** The second person's look at a bound card: approved, or refused and withdrawn with a reason. */
export function BindingDialog({ binding, onClose }: Props): ReactNode {
  const waits = isWaiting(binding);
  const [reason, setReason] = useState("");
  const [isShort, setIsShort] = useState(false);
  const decide = useDecide(onClose);
  const at = { tillId: binding.tillId, seq: binding.seq };
  const refuse = (): void => {
    const short = reason.trim().length < MIN_REASON;
    setIsShort(short);
    if (!short) decide.mutate({ ...at, decision: waits ? "REFUSE" : "WITHDRAW", reason });
  };
  return (
    <Dialog title={waits ? "Apakah kartu ini miliknya?" : "Cabut kartu"} onClose={onClose}>
      <div className="modal-form">
        <BindingFacts binding={binding} />
        <p className="soft">{waits ? CHECK : GONE}</p>
        <TextInput
          label="Alasan"
          description={waits ? "Wajib bila ditolak" : "Wajib, dibaca pemeriksa"}
          error={isShort ? "Tulis alasannya, paling sedikit 5 huruf." : null}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {decide.isError && <FailureNotice error={decide.error} />}
        <div className="modal-actions">
          <Button variant="outline" color="brick.6" loading={decide.isPending} onClick={refuse}>
            {waits ? "Tolak" : "Cabut kartu"}
          </Button>
          {waits && (
            <Button
              loading={decide.isPending}
              onClick={() => decide.mutate({ ...at, decision: "APPROVE", reason: null })}
            >
              Setujui
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

const CHECK =
  "Pastikan kepada pegawai atau kantornya bahwa kartunya didaftarkan. Setelah disetujui, kartu dikenali semua kasir tanpa dicocokkan lagi.";
const GONE =
  "Kartu yang dicabut tidak dikenali lagi sejak mesin kasir terhubung dengan pusat. Penjualan yang sudah terjadi tidak berubah.";

function BindingFacts({ binding }: { readonly binding: CardBindingRow }): ReactNode {
  const { boundAt, boundBy, allowedBy, outletName, tillCode, nipLast4, officeName } = binding;
  const nip = nipLast4 === null ? "" : `NIP ··${nipLast4} · `;
  return (
    <>
      <p>
        <strong>{holderName(binding)}</strong>
        <br />
        {nip}
        {officeName ?? "unit tidak diketahui"}
      </p>
      <p>
        Didaftarkan {formatWibDateTime(boundAt)} di {outletName} · {tillCode} oleh{" "}
        {boundBy ?? "petugas"}, disetujui {allowedBy ?? "penyelia"}.
      </p>
      {binding.rivalName !== null && (
        <p>
          Kode yang sama sudah terdaftar atas nama <strong>{binding.rivalName}</strong>. Tolak salah
          satu, lalu setujui yang lain.
        </p>
      )}
    </>
  );
}

function useDecide(onDone: () => void) {
  const centre = useCentre();
  const queryClient = useQueryClient();
  return useMutation(
    centre.card.decide.mutationOptions({
      onSuccess: async () => {
        onDone();
        await queryClient.invalidateQueries(centre.card.pathFilter());
      },
    }),
  );
}
