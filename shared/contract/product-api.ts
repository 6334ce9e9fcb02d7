import { z } from "zod";
import { Uuid } from "./primitives.ts";

/*
 *   product.setFavourite  mutation FavouriteInput  -> {}
 *   product.printLabels   mutation LabelsInput     -> {} (queued for the main label printer)
 */

export const FavouriteInput = z.object({ productId: Uuid, favourite: z.boolean() });

/** More labels at once than anybody sticks in one go. */
export const MOST_LABELS = 60;
/** Thirty centimetres of paper: out before a slow printer's deadline. */
export const LABELS_PER_JOB = 10;

export const LabelsInput = z.object({
  commandId: Uuid,
  productId: Uuid,
  qty: z.int().min(1).max(MOST_LABELS),
});
