import { z } from "zod";
import { HeldEntry } from "../../../shared/contract/held-entry.ts";
import { heldEntries } from "../db/stores/quarantine.ts";
import { Done, procedure, router } from "./trpc.ts";

const SHOWN = 50;
/** A decision is shown for so long after it was made. */
const DECIDED_SHOWN_MS = 30 * 24 * 60 * 60_000;

export const syncRouter = router({
  now: procedure.output(Done).mutation(({ ctx }) => {
    ctx.syncNow();
    return {};
  }),
  /** Entries the centre kept aside, and what it lately decided of them. */
  held: procedure.output(z.array(HeldEntry)).query(({ ctx: { till } }) => {
    const decidedSince = till.clock.read(null).at - DECIDED_SHOWN_MS;
    return heldEntries(till.file.db(), { decidedSince, limit: SHOWN });
  }),
});
