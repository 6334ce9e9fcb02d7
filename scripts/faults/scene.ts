import type { NetworkPrinter } from "../../electron/core/printing/testing/network-printer.ts";
import type { CentreUnderTest } from "./centre-under-test.ts";
import type { RunTime } from "./clock-file.ts";
import { between, pick, type Random } from "./seeded.ts";
import type { Seller } from "./seller.ts";
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

/** Faults of which one in a run is enough; every other comes again and again. */
const HEAVY: readonly FaultName[] = [
  "disk_full",
  "backlog_100000",
  "centre_restored",
  "till_cloned",
  "reinstall",
  "till_restored",
  "reinstall_unsent",
  "key_rotation",
  "old_client_schema",
];
/** So often a minute each of the others is to happen. */
const OFTEN_A_MINUTE = 1;

/** What happened less often than a run of so many minutes is to bring. */
export function fellShort(counts: ReadonlyMap<FaultName, number>, minutes: number): string[] {
  return FAULT_NAMES.flatMap((name) => {
    const wanted = HEAVY.includes(name) ? 1 : Math.floor(OFTEN_A_MINUTE * minutes);
    const count = counts.get(name) ?? 0;
    return count < wanted ? [`${name} ${count} of ${wanted}`] : [];
  });
}

/** How often each fault truly happened. */
export class Tally {
  readonly counts = new Map<FaultName, number>(FAULT_NAMES.map((name) => [name, 0]));

  readonly add = (name: FaultName): void => {
    this.counts.set(name, this.count(name) + 1);
  };

  count(name: FaultName): number {
    return this.counts.get(name) ?? 0;
  }
}

/** A chain that is judged at the end: where its journal is, and what was told of it. */
export type Subject = {
  readonly code: string;
  /** where the journal lies by now */
  file: string;
  /** entries, by seq, that the run itself made faulty */
  readonly poisoned: ReadonlySet<number>;
  readonly seller: Seller | null;
};

/** What the faults work on. */
export type Scene = {
  readonly home: string;
  /** where new tills keep their folders */
  readonly tillHome: string;
  /** the core's program, and one that speaks the first protocol */
  readonly entry: URL;
  readonly oldEntry: URL;
  readonly centre: CentreUnderTest;
  readonly tills: readonly TillUnderTest[];
  /** tills that no fault is aimed at, to be brought to rest like the others */
  readonly more: TillUnderTest[];
  /** chains of these, and chains that ended, to be judged */
  readonly subjects: Subject[];
  /** the first till's */
  readonly printer: NetworkPrinter;
  readonly random: Random;
  readonly tally: Tally;
  readonly time: RunTime;
  /** a till's code that was not used before */
  readonly freeCode: () => string;
};

/** Makes one fault happen, and mends it again; whoever makes it counts it once it happened. */
export type Injection = {
  readonly fault: FaultName;
  readonly inject: (scene: Scene) => Promise<void>;
};

export function anyTill({ tills, random }: Scene): TillUnderTest {
  return pick(random, tills);
}

/** A time of chance for a fault to last. */
export function lasting({ random }: Scene, from: number, to: number): number {
  return between(random, from, to);
}
