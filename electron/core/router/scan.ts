import { ScanInput } from "../../../shared/contract/core-api.ts";
import { ScanResult } from "../../../shared/contract/till-state.ts";
import { scan } from "../selling/identify.ts";
import { procedure, router } from "./trpc.ts";

export const scanRouter = router({
  text: procedure
    .input(ScanInput)
    .output(ScanResult)
    .mutation(({ ctx, input }) => scan(ctx.till, input)),
});
