import { z } from "zod";
import { Uuid } from "./primitives.ts";

/**
 * Begins training. An approval has action TRAINING, subject of the open shift's id and amount 0; null:
 * by a supervisor's own right.
 */
export const EnterTrainingInput = z.object({
  commandId: Uuid,
  approvalId: z.string().max(64).nullable(),
});
export type EnterTrainingInput = z.infer<typeof EnterTrainingInput>;
