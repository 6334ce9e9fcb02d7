/** Where the sync worker stands: beside the bundled core, or in its folder when run from source. */
export function syncWorkerUrl(entryUrl: string): URL {
  const worker = entryUrl.endsWith(".ts") ? "./sync/sync-worker.ts" : "./sync-worker.cjs";
  return new URL(worker, entryUrl);
}
