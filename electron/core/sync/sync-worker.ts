import { runSyncWorker } from "./run-sync-worker.ts";

/* Entry of the sync worker's thread. */
runSyncWorker();
