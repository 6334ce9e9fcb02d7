import { z } from "zod";
import { Uuid } from "./primitives.ts";

/**
 * Makes the till sign with a new key from its next entry on. An approval has action CHANGE_KEY, the
 * till's code as its subject and amount 0; null: by a supervisor's own right.
 */
export const ChangeKeyInput = z.object({
  commandId: Uuid,
  approvalId: z.string().max(64).nullable(),
});
export type ChangeKeyInput = z.infer<typeof ChangeKeyInput>;
