import { z } from "zod";
import { SearchInput } from "../../../shared/contract/core-api.ts";
import { FavouriteInput, LabelsInput } from "../../../shared/contract/product-api.ts";
import { CategoryView, ProductView } from "../../../shared/contract/till-state.ts";
import { setFavourite } from "../selling/favourite.ts";
import { printLabels } from "../selling/labels.ts";
import { categoryViews, searchProducts } from "../selling/search.ts";
import { Done, procedure, router } from "./trpc.ts";

export const productRouter = router({
  search: procedure
    .input(SearchInput)
    .output(z.object({ products: z.array(ProductView), total: z.int(), similar: z.boolean() }))
    .query(({ ctx, input }) => searchProducts(ctx.till, input)),
  setFavourite: procedure
    .input(FavouriteInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      setFavourite(ctx.till, input);
      return {};
    }),
  printLabels: procedure
    .input(LabelsInput)
    .output(Done)
    .mutation(({ ctx, input }) => {
      printLabels(ctx.till, input);
      return {};
    }),
  categories: procedure.output(z.array(CategoryView)).query(({ ctx }) => categoryViews(ctx.till)),
});
