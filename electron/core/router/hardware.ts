import { z } from "zod";
import { AppError } from "../../../shared/contract/errors.ts";
import { CoreCheck, HardwareReport } from "../../../shared/contract/hardware.ts";
import { checkCore } from "../hardware/check-core.ts";
import { saveReport } from "../hardware/save-report.ts";
import { Done, procedure, router } from "./trpc.ts";

export const hardwareRouter = router({
  check: procedure.output(CoreCheck).query(({ ctx }) => checkCore(ctx.till, ctx.health)),
  openDrawer: procedure.output(Done).mutation(({ ctx }) => {
    const { cashierId, role } = ctx.till.session.require();
    if (role !== "SUPERVISOR") throw new AppError("NOT_ALLOWED");
    ctx.till.log("drawer opened to try it", { cashierId });
    ctx.printer.openDrawer();
    return {};
  }),
  saveReport: procedure
    .input(HardwareReport)
    .output(z.object({ path: z.string() }))
    .mutation(({ ctx, input }) => saveReport(ctx.till, ctx.health, input)),
});
