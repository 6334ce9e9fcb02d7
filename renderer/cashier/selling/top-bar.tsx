import { IconBroadcast, IconBroadcastOff, IconPrinter, IconPrinterOff } from "@tabler/icons-react";
import iconUrl from "../../../resources/icons/icon.svg";
import {
  clockWords,
  printerWords,
  statusTexts,
  type StatusWords,
  syncReason,
  syncWords,
} from "../../texts/status-words.ts";
import { shortcuts } from "../../texts/shortcuts.ts";
import { useNow } from "../../ui/use-now.ts";
import { useTillState } from "../store/till-store.ts";
import { SearchField } from "./search-field.tsx";
import { runShortcut } from "./use-shortcuts.ts";
import { dateWords, timeWords } from "../../texts/date-words.ts";

/** Where one is, what one looks for, and how the till stands with clock, centre and printer. */
export function TopBar() {
  return (
    <header className="top">
      <Place />
      <SearchField />
      <Status />
    </header>
  );
}

function Place() {
  const till = useTillState((state) => state.till);
  const name = useTillState((state) => state.session?.name ?? "");
  const openedAt = useTillState((state) => state.shift?.openedAt ?? null);
  return (
    <div className="place">
      <img src={iconUrl} alt="" className="place-mark" />
      <div className="place-words">
        <p className="place-name">{till?.outletName}</p>
        <p className="soft small place-who">
          {name}
          {openedAt === null ? "" : statusTexts.shiftSince(timeWords(openedAt))}
        </p>
      </div>
    </div>
  );
}

function Status() {
  const nowMs = useNow();
  const clock = useTillState((state) => state.clock);
  const sync = useTillState((state) => state.sync);
  const printer = useTillState((state) => state.printer);
  const shownMs = nowMs + clock.offsetMs;
  const whose = clockWords(clock);
  const syncNow = syncWords(sync, shownMs);
  const printerNow = printerWords(printer);
  return (
    <div className="status">
      <p className="unseen" role="status" aria-label={statusTexts.title}>
        {syncNow.text}. {printerNow.text}.
      </p>
      <button
        type="button"
        className="status-words"
        aria-keyshortcuts={shortcuts.status.key}
        onClick={() => runShortcut("status")}
      >
        <span className="unseen">{shortcuts.status.label}: </span>
        <StatusLine
          words={syncNow}
          icon={
            sync.state === "OFFLINE" || sync.state === "STOPPED" ? IconBroadcastOff : IconBroadcast
          }
          title={syncReason(sync) ?? syncNow.text}
        />
        <StatusLine
          words={printerNow}
          icon={printerNow.tone === "warn" ? IconPrinterOff : IconPrinter}
          title={printerNow.text}
        />
      </button>
      <div className="clock">
        <time className="clock-time">{timeWords(shownMs)}</time>
        <span className={`small ${whose === null ? "soft" : "clock-warn"}`}>
          {whose ?? dateWords(shownMs)}
        </span>
      </div>
    </div>
  );
}

type StatusLineProps = { words: StatusWords; icon: typeof IconPrinter; title: string };

function StatusLine({ words, icon: Icon, title }: StatusLineProps) {
  return (
    <span className={`status-line status-${words.tone}`} title={title}>
      <Icon aria-hidden="true" size={18} stroke={2} />
      <span className="status-text">{words.text}</span>
    </span>
  );
}
