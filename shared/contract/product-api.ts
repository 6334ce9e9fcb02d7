import { z } from "zod";
import { Uuid } from "./primitives.ts";

/*
 *   product.setFavourite  mutation FavouriteInput  -> {}
 */

/** Stands for a category's id where the goods marked at this till are meant. */
export const FAVOURITES = "*favourites";

export const FavouriteInput = z.object({ productId: Uuid, favourite: z.boolean() });
