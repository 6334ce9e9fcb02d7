import { useEffect, useState } from "react";
import { count } from "../../texts/money-words.ts";
import { dateTimeWords } from "../../texts/date-words.ts";
import { errorWords } from "../../texts/error-words.ts";
import { healthTexts } from "../../texts/health-words.ts";
import { askCore } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";

const GB = 1_000_000_000;

/** What the till keeps, and how safe it is: backlog, clock, disk, backups, the journal's check. */
export function HealthSection() {
  const { unsent, unsentSince, quarantined } = useTillState((state) => state.sync);
  const clock = useTillState((state) => state.clock);
  const backup = useTillState((state) => state.backup);
  const freeBytes = useFreeBytes();
  const facts: [string, string][] = [
    [
      healthTexts.unsent,
      unsentSince === null
        ? healthTexts.allSent
        : healthTexts.unsentSince(count(unsent), dateTimeWords(unsentSince)),
    ],
    [
      healthTexts.held,
      quarantined === 0 ? healthTexts.none : healthTexts.entries(count(quarantined)),
    ],
    [healthTexts.clock, healthTexts.clockStates[clock.state]],
    [healthTexts.disk, freeBytes === null ? "…" : healthTexts.free((freeBytes / GB).toFixed(1))],
    [
      healthTexts.backup,
      backup.lastAt === null ? healthTexts.never : `${dateTimeWords(backup.lastAt)} WIB`,
    ],
    [healthTexts.journal, journalWords(backup.chain)],
  ];
  return (
    <section className="status-section" aria-labelledby="status-health">
      <h3 id="status-health">{healthTexts.title}</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {backup.failure === null ? null : (
        <p className="notice notice-warn">
          {healthTexts.backupFailed(
            dateTimeWords(backup.failure.at),
            errorWords(backup.failure.code).what,
          )}
        </p>
      )}
    </section>
  );
}

function journalWords(chain: { readonly seq: number; readonly faults: number } | null): string {
  if (chain === null) return healthTexts.unchecked;
  return chain.faults === 0
    ? healthTexts.soundTo(count(chain.seq))
    : healthTexts.faults(count(chain.faults));
}

/** Room on the disk, asked once while the dialog is open. */
function useFreeBytes(): number | null {
  const [freeBytes, setFreeBytes] = useState<number | null>(null);
  useEffect(() => {
    let gone = false;
    askCore((core) => core.health.freeBytes.query()).then(
      (bytes) => {
        if (!gone) setFreeBytes(bytes);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  return freeBytes;
}
