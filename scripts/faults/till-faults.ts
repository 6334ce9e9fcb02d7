import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openTillFile } from "../../electron/core/db/till-file.ts";
import { createIds } from "../../electron/core/ids.ts";
import { readIdentity } from "../../electron/core/identity.ts";
import { createJournal } from "../../electron/core/journal/journal.ts";
import { readKeys } from "../../electron/core/keys/key-file.ts";
import { plainSealBox, systemClock, systemRandom } from "../../electron/core/system.ts";
import { createTillClock } from "../../electron/core/till-clock.ts";
import type { EntryKind } from "../../shared/contract/journal-bodies.ts";
import { anyTill, type FaultName, type Injection, lasting, type Scene } from "./scene.ts";
import { pick } from "./seeded.ts";
import type { TillUnderTest } from "./till-under-test.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const TIME_ZONES = ["America/New_York", "Pacific/Kiritimati", "UTC", "Asia/Kathmandu"] as const;
/** A kind of a version to come. */
const KIND_TO_COME = "FAULTS_TRIAL" as EntryKind;

async function killCore(scene: Scene): Promise<void> {
  const till = anyTill(scene);
  await pause(lasting(scene, 0, 200));
  await till.away("KILL", () => pause(lasting(scene, 0, 800)));
  scene.tally.add("kill_core");
}

async function pauseCore(scene: Scene): Promise<void> {
  const till = anyTill(scene);
  await till.alone(async () => {
    const { core } = await till.running();
    process.kill(core.pid, "SIGSTOP");
    await pause(lasting(scene, 500, 3_000));
    process.kill(core.pid, "SIGCONT");
  });
  scene.tally.add("pause_core");
}

/** The wall clock jumps, stays so for a while, across a restart in half of the cases, and comes back. */
function clockJump(fault: FaultName, sign: 1 | -1): Injection {
  const inject = async (scene: Scene): Promise<void> => {
    const till = anyTill(scene);
    const jumpMs = sign * pick(scene.random, [3 * MINUTE_MS, 20 * MINUTE_MS, 3 * HOUR_MS]);
    till.clock.set({ offsetMs: scene.time.offsetMs + jumpMs });
    await pause(lasting(scene, 500, 2_000));
    if (scene.random() < 0.5) await till.away("KILL");
    await pause(lasting(scene, 500, 2_000));
    till.clock.set({ offsetMs: scene.time.offsetMs });
    scene.tally.add(fault);
  };
  return { fault, inject };
}

async function timeZone(scene: Scene): Promise<void> {
  const till = anyTill(scene);
  till.clock.set({ timeZone: pick(scene.random, TIME_ZONES) });
  if (scene.random() < 0.5) await till.away("KILL");
  await pause(lasting(scene, 500, 2_000));
  scene.tally.add("time_zone");
}

async function signerUnavailable(scene: Scene): Promise<void> {
  const till = anyTill(scene);
  till.unseals = false;
  await till.away("KILL");
  await till.running();
  await pause(lasting(scene, 1_000, 3_000));
  till.unseals = true;
  scene.tally.add("signer_unavailable");
}

async function syncWorkerEnds(scene: Scene): Promise<void> {
  const till = anyTill(scene);
  till.clock.set({ workerEnds: till.clock.now().workerEnds + 1 });
  await pause(1_000);
  scene.tally.add("sync_worker_ends");
}

/** No file of the core may grow any more: what a disk says that has no room. */
async function diskFull(scene: Scene): Promise<void> {
  const till = anyTill(scene);
  await till.alone(async () => {
    const { core } = await till.running();
    const limit = (bytes: number | "unlimited"): void => {
      execFileSync("prlimit", ["--pid", String(core.pid), `--fsize=${bytes}:unlimited`]);
    };
    const log = path.join(till.folder, "till.db-wal");
    limit(statSync(log, { throwIfNoEntry: false })?.size ?? 0);
    await Promise.race([pause(lasting(scene, 500, 3_000)), core.ended]);
    if (isRunning(core.pid)) limit("unlimited");
  });
  scene.tally.add("disk_full");
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** An entry of a kind that no program knows yet, well chained and signed. */
async function poisonEntry(scene: Scene): Promise<void> {
  const till = anyTill(scene);
  await till.away("SHUTDOWN", () => writePoison(till, scene.time.offsetMs));
  scene.tally.add("poison_entry");
}

async function writePoison(till: TillUnderTest, offsetMs: number): Promise<void> {
  const keys = await readKeys(till.folder, plainSealBox);
  const file = openTillFile(till.folder, () => undefined);
  try {
    const tillId = readIdentity(file.db())?.tillId ?? "";
    const shifted = { ...systemClock, wallMs: () => systemClock.wallMs() + offsetMs };
    const unknown = { offsetMs: null, latestAt: null, setOffsetMs: null, doubted: false };
    const newId = createIds(shifted, systemRandom);
    const clock = createTillClock(shifted, unknown);
    const journal = createJournal({
      tillId,
      keys: () => keys,
      clock,
      random: systemRandom,
      newId,
    });
    const entry = file.commit((db) =>
      journal.write(db, {
        actorId: tillId,
        commandId: newId(),
        build: (head) => ({ v: 1, kind: KIND_TO_COME, ...head }),
      }),
    );
    till.poisoned.add(entry.seq);
  } finally {
    file.close();
  }
}

/** Faults of the till's own computer. */
export const TILL_FAULTS: readonly Injection[] = [
  { fault: "kill_core", inject: killCore },
  { fault: "pause_core", inject: pauseCore },
  clockJump("clock_forward", 1),
  clockJump("clock_back", -1),
  { fault: "time_zone", inject: timeZone },
  { fault: "signer_unavailable", inject: signerUnavailable },
  { fault: "sync_worker_ends", inject: syncWorkerEnds },
  { fault: "disk_full", inject: diskFull },
  { fault: "poison_entry", inject: poisonEntry },
];
