import { cpSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { prepareTill } from "../electron/core/testing/prepare-till.ts";
import { temporaryFolder } from "../electron/core/testing/test-core.ts";
import { type MetricSpec, percentile } from "./metric.ts";
import { millionSales } from "./million-sales.ts";
import { startSelling } from "./selling-core.ts";
import { SHOP } from "./selling-window.ts";

const SALES_A_ROUND = 400;
/** A till has quiet moments, in which it writes its log back; so have these two between the rounds. */
const QUIET_MS = 4_000;

/**
 * p99 of a sale's commit in a till's file with a million sales against the same in a file with none,
 * of the same goods and people. The two sell in turn, so that both see the same disk.
 */
export const commitMillion: MetricSpec = {
  name: "commit_p99_1m_vs_empty",
  unit: "ratio",
  bar: 1.3,
  better: "lower",
  rounds: 5,
  open: async (log) => {
    const old = await millionSales(log);
    const folder = temporaryFolder();
    const dataDir = path.join(folder.path, "million");
    // A copy, for those who measure the file of a million as it is.
    cpSync(old.dataDir, dataDir, { recursive: true });
    const empty = await prepareTill(path.join(folder.path, "empty"), SHOP);
    const million = await startSelling(dataDir, old);
    const floor = await startSelling(empty.dataDir, empty);
    return {
      round: async () => {
        const tills = [
          { till: million, took: [] as number[] },
          { till: floor, took: [] as number[] },
        ] as const;
        for (let sale = 0; sale < SALES_A_ROUND; sale += 1) {
          for (const { till, took } of tills) took.push(await till.sell());
        }
        await pause(QUIET_MS);
        const [ours, theirs] = tills.map(({ took }) => percentile(took, 0.99));
        const [half, halfOfEmpty] = tills.map(({ took }) => percentile(took, 0.5));
        if (ours === undefined || theirs === undefined) throw new RangeError("no sales");
        log(
          `  commit ms: million p50 ${half?.toFixed(3)} p99 ${ours.toFixed(3)}, ` +
            `empty p50 ${halfOfEmpty?.toFixed(3)} p99 ${theirs.toFixed(3)}`,
        );
        return ours / theirs;
      },
      close: async () => {
        for (const { till } of [{ till: million }, { till: floor }]) await till.close();
        folder.remove();
      },
    };
  },
};
