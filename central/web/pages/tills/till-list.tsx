import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { TillRow } from "../../../../shared/contract/centre-api.ts";
import { useCentre } from "../../client/centre.ts";
import { clockWord } from "../../texts/clock-word.ts";
import { tillStanding } from "../../texts/till-standing.ts";
import { DEVICE_WORD } from "../../texts/words.ts";
import { countText } from "../../ui/count-text.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { StateWord } from "../../ui/state-word.tsx";
import { agoText } from "../../ui/time-words.ts";
import { useMe } from "../../ui/use-me.ts";
import { useNow } from "../../ui/use-now.ts";
import { AcceptRevoked } from "./accept-revoked.tsx";
import { RevokeTill } from "./revoke-till.tsx";

/** Every till with when it was last heard, what it sent and how its clock stands. */
export function TillList(): ReactNode {
  const now = useNow();
  const { access } = useMe();
  const [opened, setOpened] = useState<TillRow | null>(null);
  const tills = useQuery(
    useCentre().till.list.queryOptions(undefined, { refetchInterval: 10_000 }),
  );
  return (
    <section aria-labelledby="daftar">
      <h2 id="daftar">Terdaftar</h2>
      {tills.isError && <FailureNotice error={tills.error} onRetry={() => void tills.refetch()} />}
      {tills.isPending && <LoadingLines lines={3} />}
      {tills.data?.length === 0 && (
        <EmptyNotice title="Belum ada mesin kasir terdaftar">
          Buat kode pendaftaran, lalu ketikkan di mesin kasir yang baru.
        </EmptyNotice>
      )}
      {tills.data !== undefined && tills.data.length > 0 && (
        <DataTable
          caption="Mesin kasir terdaftar"
          columns={tillColumns(now, access.decideEntries ? setOpened : null)}
          rows={tills.data}
          rowKey={(till) => till.tillId}
        />
      )}
      {opened?.state === "ACTIVE" && <RevokeTill till={opened} onClose={() => setOpened(null)} />}
      {opened?.state === "REVOKED" && (
        <AcceptRevoked till={opened} onClose={() => setOpened(null)} />
      )}
    </section>
  );
}

function Standing({ till, now }: { readonly till: TillRow; readonly now: number }): ReactNode {
  const standing = tillStanding(till, now);
  return <StateWord tone={standing.tone}>{standing.word}</StateWord>;
}

type Open = ((till: TillRow) => void) | null;

function tillColumns(now: number, onOpen: Open): Column<TillRow>[] {
  const columns = factColumns(now);
  if (onOpen === null) return columns;
  const action = (till: TillRow): ReactNode => {
    if (till.state === "REVOKED" && till.quarantined === 0) return null;
    const name = `${till.outletCode}-${till.tillCode}`;
    const word = till.state === "ACTIVE" ? "Cabut izin" : "Terima catatan";
    return (
      <Button variant="outline" aria-label={`${word} ${name}`} onClick={() => onOpen(till)}>
        {word}
      </Button>
    );
  };
  return [...columns, { key: "tindakan", title: "Tindakan", cell: action }];
}

function factColumns(now: number): Column<TillRow>[] {
  return [
    {
      key: "mesin",
      title: "Mesin",
      cell: (till) => (
        <>
          <strong>
            {till.outletCode}-{till.tillCode}
          </strong>
          <span className="soft till-outlet">
            {till.outletName}
            {till.deviceKind === "kiosk" && ` · ${DEVICE_WORD.kiosk}`}
          </span>
        </>
      ),
    },
    { key: "keadaan", title: "Keadaan", cell: (till) => <Standing till={till} now={now} /> },
    {
      key: "belum-terkirim",
      title: "Belum terkirim",
      cell: (till) => unsentWord(till, now),
    },
    { key: "jam", title: "Jam mesin", cell: (till) => clockWord(till.clockDriftMs) },
    {
      key: "cadangan",
      title: "Cadangan",
      cell: (till) => (till.backupAt === null ? "belum ada" : agoText(till.backupAt, now)),
    },
    {
      key: "versi",
      title: "Versi",
      wideOnly: true,
      cell: (till) => till.version ?? "belum diketahui",
    },
    { key: "hari", title: "Hari ini", numeric: true, cell: (till) => countText(till.salesToday) },
    { key: "urut", title: "Urutan jurnal", numeric: true, cell: (till) => countText(till.headSeq) },
    {
      key: "tunggu",
      title: "Tertahan",
      numeric: true,
      cell: (till) =>
        till.quarantined === 0 ? "0" : <Link to="/pemeriksaan">{countText(till.quarantined)}</Link>,
    },
  ];
}

/** What a till had not sent when it last said so. */
function unsentWord({ unsent, unsentSince }: TillRow, now: number): string {
  if (unsent === null) return "belum diketahui";
  if (unsent === 0) return "semua terkirim";
  const since = unsentSince === null ? "" : `, sejak ${agoText(unsentSince, now)}`;
  return `${countText(unsent)} catatan${since}`;
}
