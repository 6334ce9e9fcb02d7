import { constants, setPriority } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { SHOP } from "../central/server/testing/shop.ts";
import { MORE_GOODS } from "../scripts/faults/backlog.ts";
import { addBacklog, openDrainStage } from "./draining-till.ts";
import { type MetricSpec, percentile } from "./metric.ts";
import { FIRST_PRIORITY, forkSelling, type SellingProcess } from "./selling-process.ts";
import { threadNamed, threadsUnder } from "./threads.ts";

const BACKLOG = 100_000;
const SALES_A_ROUND = 400;
/** A drain that could end within a round is given more to send before it. */
const LEAST = 40_000;
/** So much less of the processors for what would be another machine, and for what can wait. */
const NICE = 10;
/** A till has quiet moments, in which it writes its log back; so has this one before each part. */
const QUIET_MS = 3_000;
const PEOPLE = ["198503152010011991", "198802292012102993"];

/**
 * p99 of a sale's commit while the till drains a backlog of 100,000 entries into a centre, against
 * the same till's with the centre away. Of the one machine that they share the centre, its
 * PostgreSQL, the line and the till's own sync thread get what the sales leave.
 */
export const commitDraining: MetricSpec = {
  name: "commit_p99_draining_vs_idle",
  unit: "ratio",
  bar: 2.5,
  better: "lower",
  rounds: 5,
  open: async (log) => {
    const stage = await openDrainStage({ centre: "MEMORY", tills: "DISK" });
    const till = await stage.tillWith(BACKLOG);
    await till.line.turnOff();
    const selling = await openDraining(till.folder);
    return {
      round: async () => {
        if ((await selling.unsent()) < LEAST) {
          log(`  ${BACKLOG} entries more to send`);
          await selling.topUp();
        }
        await pause(QUIET_MS);
        const idle = percentile(await selling.sell(), 0.99);
        await pause(QUIET_MS);
        await till.line.turnOn();
        const before = await selling.drainBegins();
        selling.yieldToSales();
        const draining = percentile(await selling.sell(), 0.99);
        const left = await selling.unsent();
        await till.line.turnOff();
        if (left === 0) throw new Error("the drain ended before the sales did");
        log(
          `  commit ms: idle p99 ${idle.toFixed(3)}, draining p99 ${draining.toFixed(3)}; ` +
            `${before + SALES_A_ROUND - left} entries drained meanwhile`,
        );
        await selling.drainEnds();
        return draining / idle;
      },
      close: async () => {
        await selling.close();
        await stage.close();
      },
    };
  },
};

type Draining = {
  readonly sell: () => Promise<readonly number[]>;
  readonly unsent: () => Promise<number>;
  readonly topUp: () => Promise<void>;
  /** Resolves with what is unsent once something was sent. */
  readonly drainBegins: () => Promise<number>;
  readonly drainEnds: () => Promise<unknown>;
  readonly yieldToSales: () => void;
  readonly close: () => Promise<void>;
};

async function openDraining(folder: string): Promise<Draining> {
  const { supervisorId: cashierId, supervisorPin: pin } = SHOP;
  const goods = [SHOP.productId, SHOP.bagId, SHOP.strangerProductId, MORE_GOODS];
  const shop = {
    cashiers: [{ cashierId, pin }],
    products: goods.map((productId) => ({ productId })),
    people: PEOPLE.map((nip) => ({ nip })),
  };
  let seller: SellingProcess = await forkSelling(folder, shop);
  return {
    sell: () => seller.sell(SALES_A_ROUND),
    unsent: () => seller.unsent(),
    drainBegins: () => seller.drainBegins(),
    drainEnds: () => seller.drainEnds(),
    topUp: async () => {
      await seller.close();
      await addBacklog(folder, BACKLOG);
      seller = await forkSelling(folder, shop);
    },
    yieldToSales: () => {
      const others = threadsUnder(process.pid, seller.pid);
      for (const thread of [...others, threadNamed(seller.pid, "sync")]) {
        setPriority(thread, Math.min(FIRST_PRIORITY + NICE, constants.priority.PRIORITY_LOW));
      }
    },
    close: () => seller.close(),
  };
}
