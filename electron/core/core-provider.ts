import { createCore } from "./create-core.ts";
import { forkHost } from "./hosts/fork.ts";
import { runCore } from "./hosts/run-core.ts";
import { parentPort, utilityHost } from "./hosts/utility.ts";
import { stderrLog, systemClock, systemRandom } from "./system.ts";
import { backupWorkerUrl, syncWorkerUrl } from "./worker-urls.ts";
import { simulatorAdapter } from "./testing/simulator-adapter.ts";

/*
 * The till's core with a payment provider: the simulator on the port in BELA_BELI_PROVIDER_PORT. Only
 * the test build holds it, so no product can be made to believe a provider of somebody's own.
 */

const parent = parentPort();
const provider = simulatorAdapter(Number(process.env["BELA_BELI_PROVIDER_PORT"]));

runCore({
  host: parent === undefined ? forkHost() : utilityHost(parent),
  log: stderrLog,
  start: ({ dataDir, version }, seal) =>
    createCore({
      dataDir,
      version,
      seal,
      provider,
      clock: systemClock,
      random: systemRandom,
      log: stderrLog,
      syncWorkerUrl: syncWorkerUrl(import.meta.url),
      backupWorkerUrl: backupWorkerUrl(import.meta.url),
    }),
});
