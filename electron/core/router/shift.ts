import { z } from "zod";
import { OpenShiftInput } from "../../../shared/contract/core-api.ts";
import { Uuid } from "../../../shared/contract/primitives.ts";
import { startShift } from "../selling/shift.ts";
import { procedure, router } from "./trpc.ts";

export const shiftRouter = router({
  open: procedure
    .input(OpenShiftInput)
    .output(z.object({ shiftId: Uuid }))
    .mutation(({ ctx, input }) => startShift(ctx.till, input)),
});
