import path from "node:path";
import { z } from "zod";
import { HealthView } from "../../../shared/contract/core-api.ts";
import { freeBytes } from "../hardware/check-disk.ts";
import { procedure, router } from "./trpc.ts";

export const healthRouter = router({
  get: procedure.output(HealthView).query(({ ctx }) => ctx.health),
  freeBytes: procedure
    .output(z.int())
    .query(({ ctx }) => freeBytes(path.dirname(ctx.till.file.path))),
});
