import { HealthView } from "../../../shared/contract/core-api.ts";
import { procedure, router } from "./trpc.ts";

export const healthRouter = router({
  get: procedure.output(HealthView).query(({ ctx }) => ctx.health),
});
