import { z } from "zod";
import { ClockState, InstantText, Uuid } from "./primitives.ts";

/** What every body starts with. Key order in the text is the order here; kinds append theirs. */
export const bodyHead = {
  at: InstantText,
  clock: ClockState,
  actorId: Uuid,
  commandId: Uuid,
};
/** A supervisor's leave, where one was needed. */
export const bodyApproval = {
  approval: z
    .object({
      approverId: Uuid,
      action: z.string().max(64),
      /** what proved the approver; a PIN where it is not said */
      by: z.enum(["CARD"]).optional(),
    })
    .optional(),
};
