import { z } from "zod";
import { InstantMs } from "./primitives.ts";

/** An entry that the centre kept aside, and what became of it there; nulls while it waits. */
export const HeldEntry = z.object({
  seq: z.int().min(1),
  kind: z.string(),
  /** the number of the sale it holds */
  number: z.string().nullable(),
  /** why it was kept aside: an ErrorCode, or a later centre's */
  code: z.string(),
  decision: z.enum(["ACCEPTED", "CORRECTED", "SENT_BACK"]).nullable(),
  /** the centre's own words */
  reason: z.string().nullable(),
  decidedAt: InstantMs.nullable(),
});
export type HeldEntry = z.infer<typeof HeldEntry>;
