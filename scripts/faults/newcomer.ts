import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { SHOP } from "../../central/server/testing/shop.ts";
import { newId } from "../../electron/core/testing/test-core.ts";
import { enrolledTill, withCode } from "./enrol.ts";
import { syncNow } from "./line-faults.ts";
import type { Scene, Subject } from "./scene.ts";
import { Seller } from "./seller.ts";
import type { TillUnderTest } from "./till-under-test.ts";

const SHORT_LIFE_MS = 4_000;
const SENT_LIMIT_MS = 60_000;
const GAP_MS = 50;

export type Newcomer = {
  readonly till: TillUnderTest;
  readonly seller: Seller;
  readonly subject: Subject;
};

/** A new till that no fault is aimed at but the one it comes for; it has sold for a while, and sent all. */
export async function newcomer(scene: Scene): Promise<Newcomer> {
  const { tillHome: home, time, entry, freeCode } = scene;
  const till = await enrolledTill(scene.centre, { home, time, entry, freeCode });
  scene.more.push(till);
  return sellOn(scene, till);
}

/** A cashier begins at a till, on the chain that it has now. */
export async function sellOn(scene: Scene, till: TillUnderTest): Promise<Newcomer> {
  const seller = new Seller(till, { random: scene.random, gapMs: GAP_MS });
  const file = path.join(till.folder, "till.db");
  const subject = { code: till.code, file, poisoned: till.poisoned, seller };
  scene.subjects.push(subject);
  await sellFor(seller);
  return { till, seller, subject };
}

/** A cashier sells for a while. */
export async function sellFor(seller: Seller): Promise<void> {
  const selling = seller.run();
  await pause(SHORT_LIFE_MS);
  seller.stop();
  await selling;
}

/** Sells, closes the shift and sends all; false when sending takes too long. */
export async function endDay(till: TillUnderTest): Promise<boolean> {
  await closeShift(till);
  return isSent(till);
}

export async function closeShift(till: TillUnderTest): Promise<void> {
  const { core, state } = await till.running();
  await logIn(till);
  if (state().shift === null) return;
  const counts = [{ value: 1_000, pieces: 1 }];
  const command = { commandId: newId(), counts, reason: "UNKNOWN", note: "" } as const;
  await core.cashier.shift.close.mutate(command);
}

/** The supervisor at a till, if nobody is. */
export async function logIn(till: TillUnderTest): Promise<void> {
  const { core, state } = await till.running();
  const { supervisorId: cashierId, supervisorPin: pin } = SHOP;
  if (state().session === null) await core.cashier.session.login.mutate({ cashierId, pin });
}

/** Lets an older copy, or a restored backup, go on as a new till. */
export async function goOn(scene: Scene, till: TillUnderTest): Promise<void> {
  const { core, state, until } = await till.running();
  const isRestored = state().restoredFrom !== null;
  if (!isRestored) await logIn(till);
  const before = state().till?.tillCode;
  const { enrol } = core.cashier;
  await scene.time.alone(async () => {
    await withCode(scene.centre, scene.freeCode, async (code) => {
      if (isRestored) await enrol.start.mutate({ centreUrl: till.line.url, code });
      else await enrol.goOn.mutate({ code });
    });
    await until(({ till: now }) => now !== null && now.tillCode !== before);
  });
}

/** Waits until everything of a till is at the centre; false when it takes too long. */
export async function isSent(till: TillUnderTest, limitMs = SENT_LIMIT_MS): Promise<boolean> {
  const until = performance.now() + limitMs;
  while (performance.now() < until) {
    await syncNow(till);
    await pause(500);
    const { sync } = (await till.running()).state();
    if (sync.state === "ONLINE" && sync.unsent === 0) return true;
  }
  return false;
}

/** Waits until a till that goes on selling has sent all that it had by now; false when it takes too long. */
export async function isSentSoFar(till: TillUnderTest): Promise<boolean> {
  const success = async () => (await till.running()).state().sync.lastSuccessAt;
  const before = await success();
  const until = performance.now() + SENT_LIMIT_MS;
  while (performance.now() < until) {
    await syncNow(till);
    await pause(500);
    // A round ends well once nothing is left to send, whatever is sold right after it.
    if ((await success()) !== before) return true;
  }
  return false;
}
