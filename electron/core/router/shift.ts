import { z } from "zod";
import { CommandInput, OpenShiftInput } from "../../../shared/contract/core-api.ts";
import { Uuid } from "../../../shared/contract/primitives.ts";
import {
  ClosedInput,
  CloseResult,
  CloseShiftInput,
  MoveCashInput,
  OpenDrawerInput,
  PrintZInput,
  ShiftReport,
} from "../../../shared/contract/shift.ts";
import { closeShift } from "../shifts/close-shift.ts";
import { moveCash, openDrawer } from "../shifts/move-cash.ts";
import { printX, printZ } from "../shifts/print-report.ts";
import { closedShifts, shiftReport } from "../shifts/report.ts";
import { startShift } from "../shifts/start-shift.ts";
import type { Till } from "../context.ts";
import { Done, procedure, router } from "./trpc.ts";

/** A mutation that answers nothing but that it is done. */
const done =
  <I>(work: (till: Till, input: I) => void) =>
  ({ ctx, input }: { ctx: { till: Till }; input: I }): z.infer<typeof Done> => {
    work(ctx.till, input);
    return {};
  };

export const shiftRouter = router({
  open: procedure
    .input(OpenShiftInput)
    .output(z.object({ shiftId: Uuid }))
    .mutation(({ ctx, input }) => startShift(ctx.till, input)),
  moveCash: procedure.input(MoveCashInput).output(Done).mutation(done(moveCash)),
  openDrawer: procedure.input(OpenDrawerInput).output(Done).mutation(done(openDrawer)),
  report: procedure.output(ShiftReport).query(({ ctx }) => shiftReport(ctx.till)),
  printX: procedure.input(CommandInput).output(Done).mutation(done(printX)),
  close: procedure
    .input(CloseShiftInput)
    .output(CloseResult)
    .mutation(({ ctx, input }) => closeShift(ctx.till, input)),
  closed: procedure
    .input(ClosedInput)
    .output(z.array(ShiftReport))
    .query(({ ctx, input }) => closedShifts(ctx.till, input)),
  printZ: procedure.input(PrintZInput).output(Done).mutation(done(printZ)),
});
