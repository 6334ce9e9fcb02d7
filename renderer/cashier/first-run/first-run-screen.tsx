import { type ReactNode, useEffect, useRef } from "react";
import {
  FIRST_RUN_STEPS,
  type FirstRun,
  type FirstRunPlace,
} from "../../../shared/contract/first-run.ts";
import { firstRunWords } from "../../texts/first-run-words.ts";
import { beep } from "../../ui/beep.ts";
import { Gate } from "../screens/gate.tsx";
import { consumeScans } from "../store/scan.ts";
import { useTillState } from "../store/till-store.ts";
import { FirstRunSteps } from "./first-run-steps.tsx";
import { FirstRunSummary } from "./first-run-summary.tsx";
import { OutletStep } from "./outlet-step.tsx";
import { PrinterStep } from "./printer-step.tsx";
import { QrisStep } from "./qris-step.tsx";
import { ScannerStep } from "./scanner-step.tsx";
import "./first-run.css";

const STEPS = {
  OUTLET: OutletStep,
  PRINTER: PrinterStep,
  SCANNER: ScannerStep,
  QRIS: QrisStep,
  SUMMARY: FirstRunSummary,
} as const;

/** Sets up a till that was just enrolled, step by step; again whenever somebody asks for it. */
export function FirstRunScreen() {
  const shown = useTillState((state) => state.firstRun);
  if (shown === null) return null;
  const { place } = shown;
  const Step = STEPS[place];
  return (
    <Gate
      title={firstRunWords.titles[place]}
      lead={leadOf(shown)}
      wide
      aside={<FirstRunSteps {...shown} />}
    >
      <IgnoreScans />
      <Panel key={place} place={place}>
        <Step />
      </Panel>
    </Gate>
  );
}

function leadOf({ place, answers }: FirstRun): string {
  const isAllDone = FIRST_RUN_STEPS.every((step) => answers[step] === "DONE");
  return place === "SUMMARY" && isAllDone
    ? firstRunWords.summaryAllDone
    : firstRunWords.leads[place];
}

/** Takes the focus at each step, so that Tab begins with it and a reader says where one is. */
function Panel({ place, children }: { place: FirstRunPlace; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = panel;
    if (current?.contains(document.activeElement) === false) current.focus();
  }, []);
  return (
    <section
      ref={panel}
      className="first-run"
      tabIndex={-1}
      aria-label={firstRunWords.titles[place]}
    >
      {children}
    </section>
  );
}

/** Goods scanned here would go into a cart that nobody sees; a step that wants a scan is asked first. */
function IgnoreScans() {
  useEffect(
    () =>
      consumeScans(() => {
        beep("refused");
        return "ANSWERED";
      }),
    [],
  );
  return null;
}
