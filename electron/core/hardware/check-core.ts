import path from "node:path";
import type { HealthView } from "../../../shared/contract/core-api.ts";
import type { CoreCheck } from "../../../shared/contract/hardware.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { systemClock } from "../system.ts";
import { checkCentre } from "./check-centre.ts";
import { checkDisk } from "./check-disk.ts";

/** What only the core can measure: disk, clock and centre. Fails with: NOT_LOGGED_IN, NOT_ENROLLED. */
export async function checkCore(
  till: Till,
  { version, schemaVersion }: HealthView,
): Promise<CoreCheck> {
  till.session.require();
  const { monotonicMs } = systemClock;
  const { centreUrl } = till.identity();
  const disk = await checkDisk(path.dirname(till.file.path), monotonicMs);
  const centre = await checkCentre(centreUrl, monotonicMs);
  const { state } = till.clock.read(journalHead(till.file.db())?.at ?? null);
  return {
    version,
    schemaVersion,
    disk,
    clock: { state, offsetMs: till.clock.offsetMs() },
    centre,
  };
}
