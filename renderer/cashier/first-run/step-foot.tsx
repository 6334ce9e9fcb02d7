import type { FirstRunStep } from "../../../shared/contract/first-run.ts";
import { firstRunWords } from "../../texts/first-run-words.ts";
import type { HelpTopic } from "../../texts/help-words.ts";
import { Button } from "../../ui/button.tsx";
import { HelpButton } from "../help/help-button.tsx";
import { answerStep, closeFirstRun } from "./first-run-actions.ts";

type FootProps = {
  step: FirstRunStep;
  /** whether the step has what it is for */
  ready: boolean;
  next?: string;
  help?: HelpTopic;
};

/** How a step is left: done, for later, or with all others. */
export function StepFoot({ step, ready, next = firstRunWords.next, help }: FootProps) {
  return (
    <div className="first-run-foot">
      <Button look="quiet" onClick={closeFirstRun}>
        {firstRunWords.skipAll}
      </Button>
      {help === undefined ? null : <HelpButton topic={help} />}
      <Button onClick={() => answerStep(step, "LATER")}>{firstRunWords.later}</Button>
      <Button look="next" large disabled={!ready} onClick={() => answerStep(step, "DONE")}>
        {next}
      </Button>
    </div>
  );
}
