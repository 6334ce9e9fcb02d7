import { unpackItems } from "./signed-item.ts";
import { verifyItems } from "./verify-items.ts";

/** What a thread of the pool does: checks packed items. */
export function verifyPacked(packed: Uint8Array): boolean[] {
  return verifyItems(unpackItems(packed));
}
