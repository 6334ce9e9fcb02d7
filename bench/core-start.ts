import path from "node:path";
import { pathToFileURL } from "node:url";
import { forkCore } from "../electron/core/testing/forked-core.ts";
import { prepareTill } from "../electron/core/testing/prepare-till.ts";
import { temporaryFolder } from "../electron/core/testing/test-core.ts";
import { type MetricSpec, median } from "./metric.ts";
import { millionSales } from "./million-sales.ts";
import { ROOT } from "./real-electron.ts";

const STARTS_A_ROUND = 5;

/**
 * From the start of the built core's process until a window has its first state, with a million sales
 * in the file. Against the same on a new till's small file, start by start in turn.
 */
export const coreStart: MetricSpec = {
  name: "core_start_1m_vs_empty",
  unit: "ratio",
  bar: 1.3,
  better: "lower",
  rounds: 5,
  open: async (log) => {
    const old = await millionSales(log);
    const folder = temporaryFolder();
    const empty = await prepareTill(folder.path);
    await timeStart(old.dataDir);
    await timeStart(empty.dataDir);
    return {
      round: async () => {
        const ours: number[] = [];
        const floor: number[] = [];
        for (let count = 0; count < STARTS_A_ROUND; count += 1) {
          ours.push(await timeStart(old.dataDir));
          floor.push(await timeStart(empty.dataDir));
        }
        log(`  start ms: million ${median(ours).toFixed(0)}, empty ${median(floor).toFixed(0)}`);
        return median(ours) / median(floor);
      },
      close: () => {
        folder.remove();
        return Promise.resolve();
      },
    };
  },
};

async function timeStart(dataDir: string): Promise<number> {
  const from = performance.now();
  const entry = pathToFileURL(path.join(ROOT, "out", "core", "core.cjs"));
  const core = await forkCore(dataDir, { entry });
  await new Promise<void>((resolve, reject) => {
    core.cashier.state.watch.subscribe(undefined, { onData: () => resolve(), onError: reject });
  });
  const took = performance.now() - from;
  await core.shutdown();
  return took;
}
