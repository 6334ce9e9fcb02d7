import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { TillRow } from "../../../../shared/contract/centre-api.ts";
import { formatWibDateTime } from "../../../../shared/domain/period.ts";
import { isInUse } from "../../../../shared/domain/till-health.ts";
import { clockWord } from "../../texts/clock-word.ts";
import { tillStandings } from "../../texts/till-standing.ts";
import { countText } from "../../ui/count-text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { StateWord } from "../../ui/state-word.tsx";
import { agoText } from "../../ui/time-words.ts";
import { useMe } from "../../ui/use-me.ts";
import { AcceptRevoked } from "./accept-revoked.tsx";
import { AskKeyChange } from "./ask-key-change.tsx";
import { RevokeTill } from "./revoke-till.tsx";
import { tillName, unsentWord } from "./till-columns.tsx";

type Props = { readonly till: TillRow; readonly now: number; readonly onClose: () => void };

/** One till whole: what is wrong and what to do, what it last said, and what may be done with it. */
export function TillDialog({ till, now, onClose }: Props): ReactNode {
  const { access } = useMe();
  const [step, setStep] = useState<"DECIDE" | "KEY" | null>(null);
  if (step === "KEY") return <AskKeyChange till={till} onClose={onClose} />;
  if (step === "DECIDE" && till.state === "ACTIVE") {
    return <RevokeTill till={till} onClose={onClose} />;
  }
  if (step === "DECIDE") return <AcceptRevoked till={till} onClose={onClose} />;
  const mayDecide = till.state === "ACTIVE" || till.quarantined > 0;
  return (
    <Dialog title={`${tillName(till)} · ${till.outletName}`} onClose={onClose}>
      <div className="till-dialog">
        <ul className="till-problems">
          {tillStandings(till, now).map(({ tone, word, advice }) => (
            <li key={word}>
              <StateWord tone={tone}>{word}</StateWord>
              {advice !== null && <p>{advice}</p>}
            </li>
          ))}
        </ul>
        <TillFacts till={till} now={now} />
        <div className="modal-actions">
          {till.quarantined > 0 && (
            <Link className="till-to-desk" to="/pemeriksaan">
              Ke halaman Pemeriksaan
            </Link>
          )}
          {access.decideEntries && mayAskKey(till) && (
            <Button variant="outline" onClick={() => setStep("KEY")}>
              Minta ganti kunci…
            </Button>
          )}
          {access.decideEntries && mayDecide && (
            <Button
              variant="outline"
              {...(till.state === "ACTIVE" ? { color: "brick.6" } : {})}
              onClick={() => setStep("DECIDE")}
            >
              {till.state === "ACTIVE" ? "Cabut izin…" : "Terima catatan…"}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function mayAskKey(till: TillRow): boolean {
  return isInUse(till) && till.deviceKind === "till" && till.keyAskedAt === null;
}

type FactsProps = Omit<Props, "onClose">;

function TillFacts({ till, now }: FactsProps): ReactNode {
  const rows = factsOf(till, now).filter(([, text]) => text !== null);
  return (
    <dl className="till-facts">
      {rows.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(till: TillRow, now: number): readonly (readonly [string, string | null])[] {
  const { lastHeardAt, reportedAt, backupAt, version, protocol } = till;
  const time = (at: number | null): string =>
    at === null ? "belum pernah" : `${agoText(at, now)} (${formatWibDateTime(at)} WIB)`;
  return [
    ["Terdengar", time(lastHeardAt)],
    ["Laporan terakhir", time(reportedAt)],
    ["Belum terkirim", unsentWord(till, now)],
    ["Jam mesin", clockWord(till.clockDriftMs)],
    ["Cadangan", backupAt === null ? "belum ada" : time(backupAt)],
    ["Ruang penyimpanan", diskWord(till.diskFreeBytes)],
    ["Kunci", keyWord(till.isKeyProtected)],
    ["Ganti kunci", askedWord(till.keyAskedAt, now)],
    ["Versi", versionWord(version, protocol)],
    ["Urutan jurnal", countText(till.headSeq)],
    ["Penjualan hari ini", countText(till.salesToday)],
    ["Nomor struk loncat", till.numberGaps === 0 ? null : `${countText(till.numberGaps)} catatan`],
    ["Melanjutkan", resumedWord(till)],
    ["Dilanjutkan oleh", till.continuedBy],
  ];
}

const GIGABYTE = 1024 ** 3;

function diskWord(bytes: number | null): string {
  if (bytes === null) return "belum diketahui";
  const size = (bytes / GIGABYTE).toLocaleString("id-ID", { maximumFractionDigits: 1 });
  return `${size} GB kosong`;
}

function keyWord(isProtected: boolean | null): string {
  if (isProtected === null) return "belum diketahui";
  return isProtected ? "dilindungi sistem operasi" : "tidak terlindungi";
}

function askedWord(askedAt: number | null, now: number): string | null {
  return askedAt === null ? null : `diminta ${agoText(askedAt, now)}, menunggu penyelia`;
}

function versionWord(version: string | null, protocol: number | null): string {
  if (version === null) return "belum diketahui";
  return protocol === null ? version : `${version}, protokol ${protocol}`;
}

function resumedWord({ resumedFrom }: TillRow): string | null {
  if (resumedFrom === null) return null;
  const { till, standing } = resumedFrom;
  if (standing === "AHEAD") return `${till}, sebagian catatannya belum sampai ke pusat`;
  return standing === "HELD" ? till : `${till}, yang masih menulis sesudah disalin`;
}
