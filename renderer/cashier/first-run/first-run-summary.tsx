import { IconCircleCheck, IconClockHour4 } from "@tabler/icons-react";
import { FIRST_RUN_STEPS, type FirstRunStep } from "../../../shared/contract/first-run.ts";
import { firstRunWords } from "../../texts/first-run-words.ts";
import { Button } from "../../ui/button.tsx";
import { useTillState } from "../store/till-store.ts";
import { closeFirstRun, openStep } from "./first-run-actions.ts";

/** What came of each step, and the way to work. */
export function FirstRunSummary() {
  return (
    <>
      <ul className="first-run-summary">
        {FIRST_RUN_STEPS.map((step) => (
          <StepRow key={step} step={step} />
        ))}
      </ul>
      <div className="first-run-foot">
        <Button look="next" large autoFocus onClick={closeFirstRun}>
          {firstRunWords.finish}
        </Button>
      </div>
    </>
  );
}

function StepRow({ step }: { step: FirstRunStep }) {
  const answer = useTillState(({ firstRun }) => firstRun?.answers[step]);
  const { names, ready, waits, untouched } = firstRunWords;
  const isDone = answer === "DONE";
  const Icon = isDone ? IconCircleCheck : IconClockHour4;
  const notDone = answer === "LATER" ? waits : untouched;
  return (
    <li>
      <Icon
        aria-hidden="true"
        size={22}
        className={isDone ? "first-run-done" : "first-run-waits"}
      />
      <strong>{names[step]}</strong>
      <span className="soft">{isDone ? ready : notDone}</span>
      {isDone ? null : (
        <Button aria-label={firstRunWords.openStep(names[step])} onClick={() => openStep(step)}>
          {firstRunWords.open}
        </Button>
      )}
    </li>
  );
}
