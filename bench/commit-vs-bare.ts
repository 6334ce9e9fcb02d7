import { setTimeout as pause } from "node:timers/promises";
import path from "node:path";
import { prepareTill, type PreparedTill } from "../electron/core/testing/prepare-till.ts";
import {
  openShop,
  pay,
  startCore,
  temporaryFolder,
  type TestCore,
} from "../electron/core/testing/test-core.ts";
import { systemSchedule } from "../electron/core/system.ts";
import { openBareReplay } from "./bare-replay.ts";
import { commitWatch } from "./commit-watch.ts";
import { type MetricSpec, percentile } from "./metric.ts";

const SALES_A_ROUND = 400;
const LINES = 4;
/** A till has quiet moments, in which it writes its log back; so has this one between the rounds. */
const CHECKPOINT_MS = 4_000;

/**
 * p99 of a sale's commit (command checked, sale decided, journalled, hashed, signed twice, receipt
 * queued, durable) against p99 of the same rows committed bare. The two take turns sale by sale, so
 * that both see the same disk.
 */
export const commitVsBare: MetricSpec = {
  name: "commit_p99_vs_bare",
  unit: "ratio",
  bar: 1.5,
  better: "lower",
  rounds: 5,
  open: async (log) => {
    const folder = temporaryFolder();
    const till = await prepareTill(folder.path, { people: 100, products: 300 });
    const watch = commitWatch();
    const core = await startCore(folder.path, { step: watch.step, schedule: systemSchedule });
    await openShop(core, till);
    const bare = await openBareReplay(path.join(folder.path, "till.db"), folder.path);
    let sold = 0;
    return {
      round: async () => {
        const product: number[] = [];
        const floor: number[] = [];
        for (let sale = 0; sale < SALES_A_ROUND; sale += 1) {
          await fillCart(core, till, sold);
          await pay(core);
          sold += 1;
          product.push(watch.took());
          const rows = bare.rowsOf(headSeq(core, sold));
          for (let scan = 0; scan < LINES + 1; scan += 1) bare.saveCart(rows);
          // As a payment does, the bare commit comes after a message was waited for.
          await core.cashier.health.get.query();
          floor.push(bare.commit(rows));
        }
        bare.checkpoint();
        await pause(CHECKPOINT_MS);
        const [ours, theirs] = [percentile(product, 0.99), percentile(floor, 0.99)];
        log(
          `  commit ms: ours p50 ${percentile(product, 0.5).toFixed(3)} p99 ${ours.toFixed(3)}, ` +
            `bare p50 ${percentile(floor, 0.5).toFixed(3)} p99 ${theirs.toFixed(3)}`,
        );
        return ours / theirs;
      },
      close: async () => {
        bare.close();
        await core.close();
        folder.remove();
      },
    };
  },
};

/** Four goods and an ASN's card, scanned. */
async function fillCart(core: TestCore, till: PreparedTill, sold: number): Promise<void> {
  const goods = Array.from(
    { length: LINES },
    (_, line) => till.products[(sold * LINES + line) % till.products.length]?.barcode ?? "",
  );
  const person = till.people[sold % till.people.length];
  if (person === undefined) throw new RangeError("no person");
  for (const text of [...goods, till.cardOf(person)]) {
    await core.cashier.scan.text.mutate({ text, source: "WEDGE" });
  }
}

/** TILL_STARTED and SHIFT_OPENED come first, then nothing but sales. */
function headSeq(core: TestCore, sold: number): number {
  const { unsent } = core.state().sync;
  const seq = sold + 2;
  if (unsent !== seq) throw new Error(`the journal holds ${unsent} entries, not ${seq}`);
  return seq;
}
