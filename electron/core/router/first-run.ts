import { FirstRunAnswerInput, FirstRunPlaceInput } from "../../../shared/contract/first-run.ts";
import { answerFirstRun, closeFirstRun, openFirstRun } from "../enrolment/first-run.ts";
import { Done, procedure, router } from "./trpc.ts";

export const firstRunRouter = router({
  answer: procedure
    .input(FirstRunAnswerInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      answerFirstRun(ctx.till, input);
      return {};
    }),
  open: procedure
    .input(FirstRunPlaceInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      openFirstRun(ctx.till, input.place);
      return {};
    }),
  close: procedure.output(Done).mutation(({ ctx }) => {
    closeFirstRun(ctx.till);
    return {};
  }),
});
