import { setTimeout as pause } from "node:timers/promises";
import { type Fault, refusal } from "../../electron/core/sync/testing/fault-proxy.ts";
import { anyTill, type FaultName, type Injection, lasting, type Scene } from "./scene.ts";
import type { TillUnderTest } from "./till-under-test.ts";

/** Long enough for a round of the sync worker to meet the fault and to come back from it. */
const MEET_MS = 1_500;

/** Breaks a till's next push; a fault that ended its session asks a person's press of the button. */
function onNextPush(fault: FaultName, faultOf: (scene: Scene) => Fault): Injection {
  const inject = async (scene: Scene): Promise<void> => {
    const till = anyTill(scene);
    till.line.breakNext("till.push", faultOf(scene), () => scene.tally.add(fault));
    await pause(MEET_MS);
    await syncNow(till);
  };
  return { fault, inject };
}

/** Presses the button of the status line, if the till is there. */
export async function syncNow(till: TillUnderTest): Promise<void> {
  const { core } = await till.running();
  await core.cashier.sync.now.mutate().catch(() => undefined);
}

async function partition(scene: Scene): Promise<void> {
  const { line } = anyTill(scene);
  line.block(scene.random() < 0.5 ? "REQUESTS" : "ANSWERS");
  await pause(lasting(scene, 1_000, 4_000));
  line.block(null);
  scene.tally.add("one_way_partition");
}

async function latency(scene: Scene): Promise<void> {
  const { line } = anyTill(scene);
  line.delay(lasting(scene, 50, 600));
  await pause(lasting(scene, 2_000, 5_000));
  line.delay(0);
  scene.tally.add("latency");
}

/** The sync worker gives an answer up after half a minute. */
async function timeoutAfterCommit(scene: Scene): Promise<void> {
  anyTill(scene).line.breakNext("till.push", { kind: "SILENCE" }, () => {
    scene.tally.add("timeout_after_commit");
  });
  await pause(MEET_MS);
}

/** Faults of what lies between a till and its centre. */
export const LINE_FAULTS: readonly Injection[] = [
  onNextPush("lost_answer", () => ({ kind: "LOSE_ANSWER" })),
  onNextPush("two_pushers", () => ({ kind: "TWICE" })),
  onNextPush("partial_batch", (scene) => ({ kind: "LATE", delayMs: lasting(scene, 200, 3_000) })),
  onNextPush("answer_401", () => refusal("NONCE_EXPIRED", 401)),
  onNextPush("answer_4xx", () => refusal("BAD_INPUT", 400)),
  onNextPush("answer_5xx", () => refusal("INTERNAL", 503)),
  onNextPush("retry_after", () => refusal("RATE_LIMITED", 429, { "retry-after": "2" })),
  onNextPush("truncated_answer", () => ({ kind: "TRUNCATE" })),
  onNextPush("connection_reset", () => ({ kind: "RESET" })),
  { fault: "timeout_after_commit", inject: timeoutAfterCommit },
  { fault: "one_way_partition", inject: partition },
  { fault: "latency", inject: latency },
];
