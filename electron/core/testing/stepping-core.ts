import { MainToCore } from "../../../shared/contract/boot.ts";
import { createCore } from "../create-core.ts";
import { forkHost } from "../hosts/fork.ts";
import { runCore } from "../hosts/run-core.ts";
import { stderrLog, systemClock, systemRandom } from "../system.ts";
import { NO_WINDOW } from "./forked-core.ts";

/*
 * The core as the shell forks it, which ends itself by SIGKILL at one named point once it is armed:
 * `stepping-core.ts POINT`. A message to the window that no core has arms it. A point of its sync worker
 * is named by BELA_BELI_SYNC_STEP and needs no arming.
 */

const [point] = process.argv.slice(2);
let armed = false;
process.on("message", (data) => {
  const message = MainToCore.parse(data);
  if (message.type === "to-core" && message.windowId === NO_WINDOW) armed = true;
});

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
      syncWorkerUrl: new URL("./stepping-sync-worker.ts", import.meta.url),
      step: (name) => {
        if (armed && name === point) process.kill(process.pid, "SIGKILL");
      },
    }),
});
