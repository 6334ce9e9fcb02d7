import { z } from "zod";
import { EnrolInput } from "../../../shared/contract/core-api.ts";
import { procedure, router } from "./trpc.ts";

export const enrolRouter = router({
  start: procedure
    .input(EnrolInput)
    .output(z.object({ fingerprint: z.string() }))
    .mutation(({ ctx, input }) => ctx.enrolment.start(input)),
});
