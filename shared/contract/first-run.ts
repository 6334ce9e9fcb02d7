import { z } from "zod";

/** What a new till is set up with, in this order; each may wait. */
export const FIRST_RUN_STEPS = ["OUTLET", "PRINTER", "SCANNER", "QRIS"] as const;
export const FirstRunStep = z.enum(FIRST_RUN_STEPS);
export type FirstRunStep = z.infer<typeof FirstRunStep>;

/** Where the assistant stands: at a step, or at what came of all of them. */
export const FirstRunPlace = z.enum([...FIRST_RUN_STEPS, "SUMMARY"]);
export type FirstRunPlace = z.infer<typeof FirstRunPlace>;

const Answer = z.enum(["DONE", "LATER"]);

/** The assistant as the till keeps it; a step without an answer was not reached yet. */
export const FirstRun = z.object({
  place: FirstRunPlace,
  answers: z.partialRecord(FirstRunStep, Answer),
});
export type FirstRun = z.infer<typeof FirstRun>;

export const FirstRunAnswerInput = z.object({ step: FirstRunStep, answer: Answer });
export type FirstRunAnswerInput = z.infer<typeof FirstRunAnswerInput>;

export const FirstRunPlaceInput = z.object({ place: FirstRunPlace });
