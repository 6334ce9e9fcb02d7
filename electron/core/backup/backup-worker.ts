import { randomBytes } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "../../../shared/contract/errors.ts";
import { type BackupWork, takeBackup } from "./take-backup.ts";
import type { BackupMessage } from "./worker-message.ts";

/* Entry of the backup's thread: one backup, told in one message, so that no sale waits for a copy. */

function run(work: BackupWork): BackupMessage {
  try {
    return { type: "done", done: takeBackup(work, (length) => randomBytes(length)) };
  } catch (error) {
    const code = error instanceof AppError ? error.code : "INTERNAL";
    return { type: "failed", code, reason: error instanceof Error ? error.message : "" };
  }
}

if (parentPort === null) throw new Error("the backup worker runs inside the core");
parentPort.postMessage(run(workerData as BackupWork));
