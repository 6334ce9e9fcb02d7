import { z } from "zod";
import { Uuid } from "./primitives.ts";

/**
 * Takes the till out of service for good. An approval has action CLOSE_TILL, the till's code as its
 * subject and amount 0; null: by a supervisor's own right.
 */
export const CloseTillInput = z.object({
  commandId: Uuid,
  approvalId: z.string().max(64).nullable(),
});
export type CloseTillInput = z.infer<typeof CloseTillInput>;
