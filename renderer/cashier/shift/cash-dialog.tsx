import {
  IconArrowDownLeft,
  IconArrowUpRight,
  IconCashRegister,
  IconFileText,
  IconHistory,
  IconLock,
} from "@tabler/icons-react";
import { type KeyboardEvent, useRef } from "react";
import { shiftTexts } from "../../texts/shift-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { lockTill } from "../store/cart-actions.ts";
import { useTillState } from "../store/till-store.ts";
import { type CashSection, closeCash, openCash, showCash } from "./cash-store.ts";
import { DrawerSection } from "./drawer-section.tsx";
import { MoveSection } from "./move-section.tsx";
import { PastSection } from "./past-section.tsx";
import { ReportSection } from "./report-section.tsx";

const ICONS = {
  report: IconFileText,
  in: IconArrowDownLeft,
  out: IconArrowUpRight,
  drawer: IconCashRegister,
  past: IconHistory,
} as const;

const WHILE_OPEN: readonly CashSection[] = ["report", "in", "out", "drawer", "past"];
const WHILE_CLOSED: readonly CashSection[] = ["past"];

/** Everything about the drawer's money, and the way to the shift's end. */
export function CashDialog({ section }: { section: CashSection }) {
  const isOpen = useTillState((state) => state.shift !== null);
  const sections = isOpen ? WHILE_OPEN : WHILE_CLOSED;
  const shown = sections.includes(section) ? section : "past";
  return (
    <Dialog title={shiftTexts.title} widthPx={1060} onClose={closeCash}>
      <div className="cash">
        <div className="cash-side">
          <Sections sections={sections} shown={shown} />
          <div className="cash-ways">
            <Button
              icon={<IconLock aria-hidden="true" size={20} />}
              onClick={() => {
                closeCash();
                void lockTill();
              }}
            >
              {shiftTexts.lockNow}
            </Button>
            {isOpen ? (
              <Button look="primary" onClick={() => showCash({ kind: "counting" })}>
                {shiftTexts.closeShift}
              </Button>
            ) : null}
          </div>
        </div>
        <div className="cash-section" role="tabpanel" aria-label={shiftTexts.sections[shown]}>
          <Section section={shown} />
        </div>
      </div>
    </Dialog>
  );
}

function Section({ section }: { section: CashSection }) {
  switch (section) {
    case "report":
      return <ReportSection />;
    case "in":
      return <MoveSection key="in" direction="IN" />;
    case "out":
      return <MoveSection key="out" direction="OUT" />;
    case "drawer":
      return <DrawerSection />;
    case "past":
      return <PastSection />;
  }
}

function Sections(props: { sections: readonly CashSection[]; shown: CashSection }) {
  const { sections, shown } = props;
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = sections[(sections.indexOf(shown) + step + sections.length) % sections.length];
    if (next === undefined) return;
    openCash(next);
    list.current?.querySelector<HTMLElement>(`[data-section="${next}"]`)?.focus();
  };
  return (
    <div
      ref={list}
      className="cash-sections"
      role="tablist"
      aria-label={shiftTexts.sectionsLabel}
      aria-orientation="vertical"
      onKeyDown={onKeyDown}
    >
      {sections.map((section) => {
        const Icon = ICONS[section];
        const isShown = section === shown;
        return (
          <button
            key={section}
            type="button"
            role="tab"
            className="cash-tab"
            data-section={section}
            data-autofocus={isShown ? "" : undefined}
            aria-selected={isShown}
            tabIndex={isShown ? 0 : -1}
            onClick={() => openCash(section)}
          >
            <Icon aria-hidden="true" size={20} />
            {shiftTexts.sections[section]}
          </button>
        );
      })}
    </div>
  );
}
