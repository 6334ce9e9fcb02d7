import type { FirstRunAnswerInput, FirstRunPlace } from "../../../shared/contract/first-run.ts";
import { attempt } from "../store/attempt.ts";

/** Keeps what came of a step; the till then shows the next. */
export function answerStep(step: FirstRunAnswerInput["step"], answer: "DONE" | "LATER"): void {
  void attempt((core) => core.firstRun.answer.mutate({ step, answer }));
}

/** Shows the assistant at a step. */
export function openStep(place: FirstRunPlace): void {
  void attempt((core) => core.firstRun.open.mutate({ place }));
}

/** Goes on to work. */
export function closeFirstRun(): void {
  void attempt((core) => core.firstRun.close.mutate());
}
