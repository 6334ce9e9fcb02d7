import { setTimeout as pause } from "node:timers/promises";
import type { FaultName, Injection, Scene } from "./scene.ts";
import { seeded, shuffled } from "./seeded.ts";

const MINUTE_MS = 60_000;
/** So often a minute each fault of a lane is dealt: one a minute is wanted, and not each try meets a push. */
const DEALS_A_MINUTE = 1.6;
const MOST_REST_MS = 800;
/** A fault that was dealt so much more often than it happened waits for its turn like the others. */
const MISSES = 4;
/** So much of a run is left when the last heavy fault is due: it may take its time. */
const HEAVY_LEFT = 0.3;

export type Until = { readonly endsAt: number; readonly seed: number };

/** Deals a lane's faults one after another until the end: those first that happened least. */
export async function keepInjecting(
  scene: Scene,
  lane: readonly Injection[],
  { endsAt, seed }: Until,
): Promise<void> {
  if (lane.length === 0) return;
  const random = seeded(seed);
  const everyMs = MINUTE_MS / (DEALS_A_MINUTE * lane.length);
  const dealt = new Map<FaultName, number>();
  const turns = (fault: FaultName): number => {
    return Math.max(scene.tally.count(fault), (dealt.get(fault) ?? 0) - MISSES);
  };
  while (performance.now() < endsAt) {
    const from = performance.now();
    const order = shuffled(random, lane).sort((a, b) => turns(a.fault) - turns(b.fault));
    const next = order[0];
    if (next === undefined) return;
    dealt.set(next.fault, (dealt.get(next.fault) ?? 0) + 1);
    await next.inject(scene);
    const leftMs = everyMs - (performance.now() - from);
    await pause(Math.max(random() * MOST_REST_MS, Math.min(leftMs, endsAt - performance.now())));
  }
}

/** Brings each of the heavy faults once, evenly over most of the run; those that did not happen are tried again. */
export async function bringHeavy(
  scene: Scene,
  heavy: readonly Injection[],
  { endsAt }: Pick<Until, "endsAt">,
): Promise<void> {
  const startedAt = performance.now();
  const eachMs = ((endsAt - startedAt) * (1 - HEAVY_LEFT)) / heavy.length;
  for (const [index, { inject }] of heavy.entries()) {
    await pause(Math.max(0, startedAt + index * eachMs - performance.now()));
    if (performance.now() < endsAt) await inject(scene);
  }
  const missing = (): Injection[] => heavy.filter(({ fault }) => scene.tally.count(fault) === 0);
  for (let again = missing(); again.length > 0; again = missing()) {
    for (const { inject } of again) {
      if (performance.now() > endsAt) return;
      await inject(scene);
    }
  }
}
