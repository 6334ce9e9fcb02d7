import { z } from "zod";
import { PrinterSettings } from "../../../shared/contract/core-api.ts";
import { PrintOutcome } from "../../../shared/contract/till-state.ts";
import { retryPrinting } from "../selling/reprint.ts";
import { Done, procedure, router } from "./trpc.ts";

export const printerRouter = router({
  get: procedure.output(PrinterSettings.nullable()).query(({ ctx }) => ctx.printer.settings()),
  set: procedure
    .input(PrinterSettings)
    .output(Done)
    .mutation(({ ctx, input }) => {
      ctx.till.session.require();
      ctx.printer.set(input);
      return {};
    }),
  test: procedure
    .output(z.object({ outcome: PrintOutcome, errorCode: z.string().nullable() }))
    .mutation(({ ctx }) => {
      ctx.till.session.require();
      return ctx.printer.test();
    }),
  retry: procedure
    .output(z.object({ queued: z.int() }))
    .mutation(({ ctx }) => retryPrinting(ctx.till)),
});
