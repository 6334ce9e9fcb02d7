import type { NetworkPrinter } from "../../electron/core/printing/testing/network-printer.ts";
import type { CentreUnderTest } from "./centre-under-test.ts";
import { between, pick, type Random } from "./seeded.ts";
import type { TillUnderTest } from "./till-under-test.ts";

/** Every fault of the run by name: what is not injected stands there with 0. */
export const FAULT_NAMES = [
  "lost_answer",
  "timeout_after_commit",
  "two_pushers",
  "partial_batch",
  "poison_entry",
  "answer_401",
  "answer_4xx",
  "answer_5xx",
  "retry_after",
  "truncated_answer",
  "connection_reset",
  "one_way_partition",
  "latency",
  "kill_core",
  "kill_centre",
  "kill_postgres",
  "pause_core",
  "pause_centre",
  "clock_forward",
  "clock_back",
  "time_zone",
  "month_edge",
  "printer_refuses",
  "printer_hangs",
  "printer_resets",
  "printer_paper_out",
  "signer_unavailable",
  "sync_worker_ends",
  "disk_full",
  "backlog_100000",
  "centre_restored",
  "till_cloned",
  "reinstall",
  "till_restored",
  "reinstall_unsent",
  "key_rotation",
  "old_client_schema",
] as const;
export type FaultName = (typeof FAULT_NAMES)[number];

/** How often each fault truly happened. */
export class Tally {
  readonly counts = new Map<FaultName, number>(FAULT_NAMES.map((name) => [name, 0]));

  readonly add = (name: FaultName): void => {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  };
}

/** What the faults work on. */
export type Scene = {
  readonly home: string;
  readonly centre: CentreUnderTest;
  readonly tills: readonly TillUnderTest[];
  /** the first till's */
  readonly printer: NetworkPrinter;
  readonly random: Random;
  readonly tally: Tally;
  /** what every clock of the run is off by */
  readonly offsetMs: number;
};

/** Makes one fault happen, and mends it again. */
export type Injection = (scene: Scene) => Promise<void>;

export function anyTill({ tills, random }: Scene): TillUnderTest {
  return pick(random, tills);
}

/** A time of chance for a fault to last. */
export function lasting({ random }: Scene, from: number, to: number): number {
  return between(random, from, to);
}
