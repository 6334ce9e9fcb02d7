import { createCore } from "../create-core.ts";
import { forkHost } from "../hosts/fork.ts";
import { runCore } from "../hosts/run-core.ts";
import { syncWorkerUrl } from "../sync-worker-url.ts";
import { stderrLog, systemClock, systemRandom } from "../system.ts";

/*
 * The core as the shell forks it, which ends itself by SIGKILL at one named point of a payment:
 * `stepping-core.ts POINT`.
 */

const [point] = process.argv.slice(2);

runCore({
  host: forkHost(),
  log: stderrLog,
  start: ({ dataDir, version }, seal) =>
    createCore({
      dataDir,
      version,
      seal,
      clock: systemClock,
      random: systemRandom,
      log: stderrLog,
      syncWorkerUrl: syncWorkerUrl(new URL("../core.ts", import.meta.url).href),
      step: (name) => {
        if (name === point) process.kill(process.pid, "SIGKILL");
      },
    }),
});
