import { runSyncWorker } from "../sync/run-sync-worker.ts";

/* The sync worker, which ends its whole process at the step that BELA_BELI_SYNC_STEP names. */
runSyncWorker((name) => {
  if (name === process.env["BELA_BELI_SYNC_STEP"]) process.kill(process.pid, "SIGKILL");
});
