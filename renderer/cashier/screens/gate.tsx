import type { ReactNode } from "react";
import iconUrl from "../../../resources/icons/icon.svg";
import { copyTexts } from "../../texts/health-words.ts";
import { printerWords, syncWords } from "../../texts/status-words.ts";
import { useNow } from "../../ui/use-now.ts";
import { useTillState } from "../store/till-store.ts";
import { GatePreferences } from "../settings/preference-fields.tsx";
import "./screens.css";
import { gateWords } from "../../texts/gate-words.ts";

type GateProps = {
  title: string;
  lead?: string;
  wide?: boolean;
  /** the way through a longer set-up, on the left */
  aside?: ReactNode;
  children: ReactNode;
};

/** The frame of every screen before selling: where one is on the left, what to do on the right. */
export function Gate({ title, lead, wide = false, aside = null, children }: GateProps) {
  const till = useTillState((state) => state.till);
  return (
    <div className="gate">
      <aside className="gate-brand" aria-label={gateWords.thisTill}>
        <p className="gate-mark">
          <img src={iconUrl} alt="" />
          Bela Beli
        </p>
        <p className="gate-place">{till === null ? gateWords.place : till.outletName}</p>
        {aside}
        {till === null ? null : <GateStatus tillName={`${till.outletCode}-${till.tillCode}`} />}
        <GatePreferences />
      </aside>
      <main className="gate-form">
        <div className={`gate-panel ${wide ? "gate-wide" : ""}`}>
          <div>
            <h1 className="gate-title">{title}</h1>
            {lead === undefined ? null : <p className="soft">{lead}</p>}
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}

function GateStatus({ tillName }: { tillName: string }) {
  const nowMs = useNow();
  const sync = useTillState((state) => state.sync);
  const printer = useTillState((state) => state.printer);
  const keyProtected = useTillState((state) => state.till?.keyProtected ?? true);
  const provisional = useTillState((state) => state.till?.provisional ?? false);
  return (
    <div className="gate-status">
      <p>{gateWords.till(tillName)}</p>
      <p>{syncWords(sync, nowMs).text}</p>
      <p>{printerWords(printer).text}</p>
      {keyProtected ? null : <p>{gateWords.keyUnprotected}</p>}
      {provisional ? <p>{copyTexts.provisional}</p> : null}
    </div>
  );
}
