import { z } from "zod";
import { HashHex, Uuid } from "./primitives.ts";
import { Certificate, CountersignedHead } from "./sync.ts";

/*
 * `till.former` (signed mutation): the journal of a till that this one goes on from, by its own
 * RESUMED or through others, page by page, the newest first. Private texts are not among it: whoever
 * bought is named by id, and the roster says who that is. A centre without it answers NOT_FOUND.
 */

export const MAX_FORMER_ENTRIES = 500;
export const FormerRequest = z.strictObject({
  tillId: Uuid,
  formerTillId: Uuid,
  /** entries before this place; null: from the newest that the centre countersigned */
  before: z.int().min(1).nullable(),
  limit: z.int().min(1).max(MAX_FORMER_ENTRIES),
});
export type FormerRequest = z.infer<typeof FormerRequest>;

export const FormerEntry = z.object({
  seq: z.int().min(1),
  prevHash: HashHex,
  hash: HashHex,
  body: z.string(),
  signature: z.string(),
  receiptSignature: z.string().nullable(),
});
export type FormerEntry = z.infer<typeof FormerEntry>;

export const FormerAnswer = z.object({
  certificates: z.array(Certificate).max(100),
  /** the newest head the centre countersigned; null: it holds nothing of that till */
  head: CountersignedHead.nullable(),
  entries: z.array(FormerEntry).max(MAX_FORMER_ENTRIES),
});
export type FormerAnswer = z.infer<typeof FormerAnswer>;
