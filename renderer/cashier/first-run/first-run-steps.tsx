import { IconCircleCheck, IconCircleDashed, IconClockHour4 } from "@tabler/icons-react";
import { type FirstRun, FirstRunPlace } from "../../../shared/contract/first-run.ts";
import { firstRunWords } from "../../texts/first-run-words.ts";
import { openStep } from "./first-run-actions.ts";

const ICONS = { DONE: IconCircleCheck, LATER: IconClockHour4, NONE: IconCircleDashed } as const;

/** The way through the assistant: each step with what came of it, to go back and forth by. */
export function FirstRunSteps({ place, answers }: FirstRun) {
  const { names, states } = firstRunWords;
  return (
    <nav aria-label={firstRunWords.steps}>
      <ol className="first-run-steps">
        {FirstRunPlace.options.map((one) => {
          const state = one === "SUMMARY" ? "NONE" : (answers[one] ?? "NONE");
          const Icon = ICONS[state];
          return (
            <li key={one}>
              <button
                type="button"
                aria-current={one === place ? "step" : undefined}
                onClick={() => openStep(one)}
              >
                <Icon aria-hidden="true" size={22} />
                {names[one]}
                {one === "SUMMARY" ? null : <span className="unseen">: {states[state]}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
