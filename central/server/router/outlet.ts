import { z } from "zod";
import { OutletChange } from "../../../shared/contract/feed.ts";
import { allOutlets } from "../stores/outlet.ts";
import { roleProcedure, router } from "./trpc.ts";

export const outletRouter = router({
  list: roleProcedure(["ADMIN", "DKUPP", "AUDITOR", "OUTLET_MANAGER", "BKPSDM"])
    .output(z.array(OutletChange))
    .query(({ ctx: { deps } }) => allOutlets(deps.database, deps.regencyId)),
});
