import { z } from "zod";
import { SearchInput } from "../../../shared/contract/core-api.ts";
import { CategoryView, ProductView } from "../../../shared/contract/till-state.ts";
import { categoryViews, searchProducts } from "../selling/search.ts";
import { procedure, router } from "./trpc.ts";

export const productRouter = router({
  search: procedure
    .input(SearchInput)
    .output(z.object({ products: z.array(ProductView), total: z.int() }))
    .query(({ ctx, input }) => searchProducts(ctx.till, input)),
  categories: procedure.output(z.array(CategoryView)).query(({ ctx }) => categoryViews(ctx.till)),
});
