import { useEffect, useState } from "react";
import type { HeldEntry } from "../../../shared/contract/held-entry.ts";
import { heldTexts, heldWords } from "../../texts/held-words.ts";
import { attempt } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";

/** What waits for a person at the centre, and what was lately decided there; nothing otherwise. */
export function HeldSection() {
  const held = useHeld();
  if (held.length === 0) return null;
  return (
    <section className="status-section" aria-labelledby="status-held">
      <h3 id="status-held">{heldTexts.title}</h3>
      <p className="small soft">{heldTexts.note}</p>
      <ul className="held-entries">
        {held.map((entry) => (
          <HeldRow key={entry.seq} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function HeldRow({ entry }: { entry: HeldEntry }) {
  const { state, why } = heldWords(entry);
  return (
    <li>
      <strong>{entry.number ?? heldTexts.record(entry.seq)}</strong>
      <span>{state}</span>
      {why === "" ? null : <span className="small soft">{why}</span>}
    </li>
  );
}

/** Asked again whenever the number of those that wait changes. */
function useHeld(): readonly HeldEntry[] {
  const waiting = useTillState(({ sync }) => sync.quarantined);
  const [held, setHeld] = useState<readonly HeldEntry[]>([]);
  useEffect(() => {
    let isGone = false;
    void attempt((core) => core.sync.held.query()).then((answer) => {
      if (!isGone && answer !== null) setHeld(answer);
    });
    return () => {
      isGone = true;
    };
  }, [waiting]);
  return held;
}
