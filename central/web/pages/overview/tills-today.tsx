import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { isInUse } from "../../../../shared/domain/till-health.ts";
import { useCentre } from "../../client/centre.ts";
import { tillRank, tillStanding } from "../../texts/till-standing.ts";
import { EmptyNotice } from "../../ui/empty-notice.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { LoadingLines } from "../../ui/loading-lines.tsx";
import { StateWord } from "../../ui/state-word.tsx";
import { sortRows } from "../../ui/sorting.ts";
import { countText } from "../../ui/count-text.ts";
import { useNow } from "../../ui/use-now.ts";

const SHOWN = 8;

/** Which tills speak, the worst first, which are silent, and what waits for a person. */
export function TillsToday(): ReactNode {
  const now = useNow();
  const tills = useQuery(
    useCentre().till.list.queryOptions(undefined, { refetchInterval: 15_000 }),
  );
  const active = tills.data?.filter(isInUse) ?? [];
  const worst = sortRows(active, (till) => tillRank(till, now), "naik").slice(0, SHOWN);
  const waiting = active.reduce((sum, till) => sum + till.quarantined, 0);
  const alarms = active.filter((till) => till.alarm !== null).length;
  return (
    <section aria-labelledby="kasir">
      <div className="aside-head">
        <h2 id="kasir">Mesin kasir</h2>
        <Link to="/mesin-kasir">Semua</Link>
      </div>
      {tills.isPending && <LoadingLines lines={3} />}
      {tills.isError && <FailureNotice error={tills.error} />}
      {tills.data?.length === 0 && <EmptyNotice title="Belum ada mesin kasir terdaftar" />}
      <ul className="aside-list">
        {worst.map((till) => {
          const standing = tillStanding(till, now);
          return (
            <li key={till.tillId}>
              <span>
                {till.outletName} · {till.tillCode}
              </span>
              <span className="soft amount">{countText(till.salesToday)} hari ini</span>
              <StateWord tone={standing.tone}>{standing.word}</StateWord>
            </li>
          );
        })}
      </ul>
      {tills.data !== undefined && tills.data.length > 0 && (
        <p className="aside-alarms">
          {alarms === 0 ? "Tidak ada tanda bahaya. " : `${countText(alarms)} tanda bahaya. `}
          {waiting === 0 ? (
            "Tidak ada catatan yang menunggu pemeriksaan."
          ) : (
            <Link to="/pemeriksaan">{countText(waiting)} catatan menunggu pemeriksaan</Link>
          )}
        </p>
      )}
    </section>
  );
}
