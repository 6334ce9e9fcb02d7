import { CommandInput } from "../../../shared/contract/core-api.ts";
import { EnterTrainingInput } from "../../../shared/contract/training.ts";
import { enterTraining, leaveTraining } from "../training/training.ts";
import { Done, procedure, router } from "./trpc.ts";

export const trainingRouter = router({
  enter: procedure
    .input(EnterTrainingInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      enterTraining(ctx.till, input);
      return {};
    }),
  leave: procedure
    .input(CommandInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      leaveTraining(ctx.till, input);
      return {};
    }),
});
