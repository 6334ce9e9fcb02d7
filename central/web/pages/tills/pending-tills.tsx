import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { PendingTill } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { DEVICE_WORD } from "../../texts/words.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { StateWord } from "../../ui/state-word.tsx";
import { leftText } from "../../ui/time-words.ts";
import { useNow } from "../../ui/use-now.ts";
import { DecideTill } from "./decide-till.tsx";

/** Codes still open and tills that used one and now wait for a person's word. */
export function PendingTills(): ReactNode {
  const pending = useQuery(
    useCentre().till.pending.queryOptions(undefined, { refetchInterval: 3_000 }),
  );
  if (pending.isError) {
    return <FailureNotice error={pending.error} onRetry={() => void pending.refetch()} />;
  }
  if (pending.data === undefined || pending.data.length === 0) return null;
  return (
    <section aria-labelledby="menunggu">
      <h2 id="menunggu">Pendaftaran berjalan</h2>
      <ul className="pending-list">
        {pending.data.map((till) => (
          <PendingRow key={till.enrolmentId} till={till} />
        ))}
      </ul>
    </section>
  );
}

function PendingRow({ till }: { readonly till: PendingTill }): ReactNode {
  const [deciding, setDeciding] = useState(false);
  const now = useNow();
  return (
    <li>
      <div>
        <strong>
          {till.outletName} · {till.tillCode}
        </strong>{" "}
        <span className="soft">
          {DEVICE_WORD[till.deviceKind]}
          {till.replaces !== null && `, menggantikan ${till.replaces}`}
        </span>
        <div>{standing(till, now)}</div>
      </div>
      {till.state === "PENDING" && till.fingerprint !== null && (
        <>
          <Button color="mango.5" onClick={() => setDeciding(true)}>
            Periksa sidik kunci
          </Button>
          {deciding && (
            <DecideTill
              till={till}
              fingerprint={till.fingerprint}
              onClose={() => setDeciding(false)}
            />
          )}
        </>
      )}
    </li>
  );
}

function standing(till: PendingTill, now: number): ReactNode {
  switch (till.state) {
    case "OPEN":
      return (
        <StateWord tone="plain">
          Kode belum dipakai, berlaku {leftText(till.expiresAt, now)} lagi
        </StateWord>
      );
    case "PENDING":
      return <StateWord tone="waiting">Menunggu persetujuan Anda</StateWord>;
    case "EXPIRED":
      return <StateWord tone="plain">Kode kedaluwarsa tanpa dipakai</StateWord>;
  }
}
