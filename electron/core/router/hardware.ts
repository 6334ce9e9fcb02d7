import { z } from "zod";
import { CoreCheck, HardwareReport } from "../../../shared/contract/hardware.ts";
import { checkCore } from "../hardware/check-core.ts";
import { saveReport } from "../hardware/save-report.ts";
import { procedure, router } from "./trpc.ts";

export const hardwareRouter = router({
  check: procedure.output(CoreCheck).query(({ ctx }) => checkCore(ctx.till, ctx.health)),
  saveReport: procedure
    .input(HardwareReport)
    .output(z.object({ path: z.string() }))
    .mutation(({ ctx, input }) => saveReport(ctx.till, ctx.health, input)),
});
