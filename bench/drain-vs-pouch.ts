import { openDrainStage } from "./draining-till.ts";
import type { MetricSpec } from "./metric.ts";
import { openPouchStage } from "./pouch.ts";

const SALES = 20_000;
const DOCUMENTS = 10_000;
/** What the till's own pushes come to. */
const BATCH = 500;

/**
 * Sales a second from a till's backlog into the centre, every check on, against the documents of
 * 2 kB a second that PouchDB replicates to express-pouchdb, which checks nothing and syncs no file.
 */
export const drainVsPouch: MetricSpec = {
  name: "drain_vs_pouchdb",
  unit: "ratio",
  bar: 1.5,
  better: "higher",
  rounds: 3,
  open: async (log) => {
    const stage = await openDrainStage();
    const pouch = await openPouchStage();
    return {
      round: async () => {
        const till = await stage.tillWith(SALES);
        const ours = SALES / (await stage.drain(till));
        await till.close();
        const theirs = DOCUMENTS / (await pouch.replicate(DOCUMENTS, BATCH));
        log(`  ${ours.toFixed(0)} sales a second, PouchDB ${theirs.toFixed(0)} documents`);
        return ours / theirs;
      },
      close: async () => {
        await pouch.close();
        await stage.close();
      },
    };
  },
};
