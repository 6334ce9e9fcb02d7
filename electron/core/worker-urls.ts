/** Where the core's threads begin: beside the bundled core, or in their folders when run from source. */
export function syncWorkerUrl(entryUrl: string): URL {
  return workerUrl(entryUrl, { source: "./sync/sync-worker.ts", bundled: "./sync-worker.cjs" });
}

export function backupWorkerUrl(entryUrl: string): URL {
  return workerUrl(entryUrl, {
    source: "./backup/backup-worker.ts",
    bundled: "./backup-worker.cjs",
  });
}

function workerUrl(
  entryUrl: string,
  at: { readonly source: string; readonly bundled: string },
): URL {
  return new URL(entryUrl.endsWith(".ts") ? at.source : at.bundled, entryUrl);
}
