import { z } from "zod";
import { PublicKey } from "../../../shared/contract/primitives.ts";
import { publicProcedure, router } from "./trpc.ts";

export const keyRouter = router({
  /** The root of trust; public, because people compare it with what tills and paper say. */
  root: publicProcedure
    .output(z.object({ fingerprint: z.string(), publicKey: PublicKey }))
    .query(({ ctx }) => {
      const { fingerprint, publicKey } = ctx.deps.keys.root;
      return { fingerprint, publicKey };
    }),
});
