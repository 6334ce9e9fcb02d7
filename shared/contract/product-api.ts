import { z } from "zod";
import { Uuid } from "./primitives.ts";

/*
 *   product.setFavourite  mutation FavouriteInput  -> {}
 */

export const FavouriteInput = z.object({ productId: Uuid, favourite: z.boolean() });
