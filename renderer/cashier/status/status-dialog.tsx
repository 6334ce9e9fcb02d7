import { IconRefresh, IconStethoscope } from "@tabler/icons-react";
import { hardwareText } from "../../texts/hardware-words.ts";
import { count, goodsWords } from "../../texts/money-words.ts";
import { rosterWarning } from "../../texts/roster-words.ts";
import { isCopy, statusTexts, syncReason, syncWords } from "../../texts/status-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useNow } from "../../ui/use-now.ts";
import { HelpButton } from "../help/help-button.tsx";
import { attempt } from "../store/attempt.ts";
import { openDialog } from "../store/screen-store.ts";
import { useTillState } from "../store/till-store.ts";
import { QrisSection } from "../qris/qris-section.tsx";
import { ClockSection } from "./clock-section.tsx";
import { CopySection } from "./copy-section.tsx";
import { HealthSection } from "./health-section.tsx";
import { HeldSection } from "./held-section.tsx";
import { KeySection } from "./key-section.tsx";
import { OpenJobs } from "./open-jobs.tsx";
import { PrinterSection } from "./printer-section.tsx";
import "./status.css";
import { dateTimeWords } from "../../texts/date-words.ts";

/** How the till stands with the centre and the printer, and what one can do about it. */
export function StatusDialog() {
  return (
    <Dialog title={statusTexts.title} widthPx={980} onClose={() => openDialog(null)}>
      <div className="status-columns">
        <div className="status-stack">
          <ClockSection />
          <CopySection />
          <KeySection />
          <CentreSection />
          <HeldSection />
          <QrisSection />
        </div>
        <div className="status-stack">
          <PrinterSection />
          <HealthSection />
        </div>
      </div>
      <OpenJobs />
    </Dialog>
  );
}

function CentreSection() {
  const nowMs = useNow();
  const sync = useTillState((state) => state.sync);
  const roster = useTillState((state) => state.roster);
  const till = useTillState((state) => state.till);
  // A copy is told of above, with the way on.
  const reason = isCopy(sync) ? null : syncReason(sync);
  const rosterNotice = rosterWarning(roster.age);
  const facts: [string, string][] = [
    [
      statusTexts.till,
      till === null ? statusTexts.notEnrolled : `${till.outletCode}-${till.tillCode}`,
    ],
    [statusTexts.link, syncWords(sync, nowMs).text],
    [statusTexts.lastSent, lastWords(sync.lastSuccessAt)],
    [statusTexts.people, statusTexts.peopleCount(count(roster.people))],
    [statusTexts.goods, goodsWords(roster.products)],
    [statusTexts.renewed, lastWords(roster.asOf)],
    [
      statusTexts.key,
      till?.keyProtected === false ? statusTexts.keyUnprotected : statusTexts.keyProtected,
    ],
  ];
  return (
    <section className="status-section" aria-labelledby="status-pusat">
      <div className="status-head">
        <h3 id="status-pusat">{statusTexts.centre}</h3>
        <HelpButton topic="offline" />
      </div>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {reason === null ? null : <p className="notice notice-warn">{reason}</p>}
      {rosterNotice === null ? null : <p className="notice notice-warn">{rosterNotice}</p>}
      <div className="centre-buttons">
        <Button
          icon={<IconRefresh aria-hidden="true" size={20} />}
          onClick={() => void attempt((core) => core.sync.now.mutate())}
        >
          {statusTexts.callCentre}
        </Button>
        <Button
          icon={<IconStethoscope aria-hidden="true" size={20} />}
          onClick={() => openDialog("hardware")}
        >
          {hardwareText.open}
        </Button>
      </div>
    </section>
  );
}

function lastWords(atMs: number | null): string {
  return atMs === null ? statusTexts.never : `${dateTimeWords(atMs)} WIB`;
}
