import { z } from "zod";
import {
  Printer,
  PrinterInput,
  PrinterTest,
  PrintJobInput,
  PrintJobView,
  RemovePrinterInput,
  SavePrinterInput,
  SkipJobInput,
} from "../../../shared/contract/printers.ts";
import { openPrintJobs, printOpenJob, skipOpenJob } from "../selling/open-print-jobs.ts";
import { retryPrinting } from "../selling/reprint.ts";
import { Done, procedure, router } from "./trpc.ts";

export const printerRouter = router({
  list: procedure.output(z.array(Printer).readonly()).query(({ ctx }) => ctx.printer.list()),
  save: procedure
    .input(SavePrinterInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      ctx.printer.save(input);
      return {};
    }),
  remove: procedure
    .input(RemovePrinterInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      ctx.printer.remove(input);
      return {};
    }),
  test: procedure
    .input(PrinterInput)
    .output(PrinterTest)
    .mutation(({ ctx, input }) => {
      ctx.till.session.require();
      return ctx.printer.test(input.printerId);
    }),
  jobs: procedure.output(z.array(PrintJobView)).query(({ ctx }) => {
    ctx.till.session.require();
    return openPrintJobs(ctx.till);
  }),
  printJob: procedure
    .input(PrintJobInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      printOpenJob(ctx.till, input);
      return {};
    }),
  skipJob: procedure
    .input(SkipJobInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      skipOpenJob(ctx.till, input);
      return {};
    }),
  retry: procedure
    .output(z.object({ queued: z.int() }))
    .mutation(({ ctx }) => retryPrinting(ctx.till)),
});
