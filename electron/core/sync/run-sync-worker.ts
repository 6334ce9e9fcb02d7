import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { Schedule } from "../adapters.ts";
import { newestBackupAt } from "../backup/create-backups.ts";
import type { ReadDb } from "../db/database.ts";
import { checkSound, connectDatabase } from "../db/open.ts";
import { centreKeys } from "../db/stores/centre-key.ts";
import { freeBytes } from "../hardware/check-disk.ts";
import { lookupKey } from "../keys/sealing.ts";
import { createCentreClient } from "./centre-client.ts";
import { SyncLoop } from "./loop.ts";
import type { SyncContext } from "./sync-context.ts";
import type { SyncEvent } from "./sync-handle.ts";
import { trustedKeys } from "./trust.ts";
import type { WorkerCommand, WorkerStart } from "./worker-protocol.ts";

/*
 * The sync worker: its own thread and its own connection, so that no sale waits for the network. The
 * only place of sync that reads a clock or makes randomness.
 */

const REQUEST_TIMEOUT_MS = 30_000;

type Port = NonNullable<typeof parentPort>;

/** Runs in the thread it is called in; `step` is told of each named step. */
export function runSyncWorker(step: SyncContext["step"] = () => undefined): void {
  if (parentPort === null) throw new Error("the sync worker runs inside the core");
  start(workerData as WorkerStart, { port: parentPort, step });
}

type Wires = { readonly port: Port; readonly step: SyncContext["step"] };

function start(begin: WorkerStart, { port, step }: Wires): void {
  const db = connectDatabase(begin.databasePath);
  if (begin.afterDeath) checkSound(db, begin.databasePath);
  const closing = new AbortController();
  const context = contextOf(begin, { db, signal: closing.signal, port, step });
  const schedule: Schedule = (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  };
  // The core starts another worker for one that ended.
  const loop = new SyncLoop(context, schedule, () => void close());
  const close = async (): Promise<void> => {
    closing.abort();
    await loop.close();
    db.close();
    port.close();
  };
  port.on("message", (command: WorkerCommand) => {
    if (command === "entry-written") loop.entryWritten();
    else if (command === "sync-now") loop.syncNow();
    else void close();
  });
  loop.start();
}

function contextOf(
  { identity, centreUrl, version, databasePath, isKeyProtected }: WorkerStart,
  { db, signal, port, step }: Wires & { readonly db: ReadDb; readonly signal: AbortSignal },
): SyncContext {
  const { certificate, rootPublicKey, sealKey, dataKey, deviceSecret } = identity;
  const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));
  const secrets = { sealKey, dataKey, deviceSecret, lookup: lookupKey(dataKey) };
  return {
    db,
    client: createCentreClient({ centreUrl, timeoutMs: REQUEST_TIMEOUT_MS, signal }),
    identity,
    version,
    applyKeys: { tillId: certificate.tillId, rootPublicKey, random, ...secrets },
    centreKeys: () => trustedKeys(rootPublicKey, [...identity.centreKeys, ...centreKeys(db)]),
    backupAt: () => newestBackupAt(databasePath),
    diskFreeBytes: () => freeBytes(dirname(databasePath)).catch(() => null),
    isKeyProtected,
    clock: { wallMs: () => Date.now(), monotonicMs: () => performance.now() },
    random,
    pause: async (delayMs) => {
      await pause(delayMs);
    },
    emit: (event: SyncEvent) => port.postMessage(event),
    step,
  };
}
