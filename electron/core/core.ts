import { createCore } from "./create-core.ts";
import { forkHost } from "./hosts/fork.ts";
import { runCore } from "./hosts/run-core.ts";
import { parentPort, utilityHost } from "./hosts/utility.ts";
import { stderrLog, systemClock, systemRandom } from "./system.ts";
import { backupWorkerUrl, syncWorkerUrl } from "./worker-urls.ts";

/* The entry of the core process: a utilityProcess, or a forked Node where Electron's is too old. */

const parent = parentPort();

runCore({
  host: parent === undefined ? forkHost() : utilityHost(parent),
  log: stderrLog,
  start: ({ dataDir, version }, seal) =>
    createCore({
      dataDir,
      version,
      seal,
      clock: systemClock,
      random: systemRandom,
      log: stderrLog,
      syncWorkerUrl: syncWorkerUrl(import.meta.url),
      backupWorkerUrl: backupWorkerUrl(import.meta.url),
    }),
});
