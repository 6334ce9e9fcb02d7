import { type MetricRun, type MetricSpec, percentile } from "./metric.ts";
import { payCash, scanGoods, searchGoods } from "./selling-hand.ts";
import { openSellingWindow, type SellingWindow, SHOP } from "./selling-window.ts";

const SAMPLES_A_ROUND = 30;
/** What a hand does: gives the milliseconds of one sample. */
type Hand = (selling: SellingWindow, index: number) => Promise<number>;

/** From the last key of a search until the frame after its results are drawn. */
export const search: MetricSpec = {
  ...msMetric("search_p95_ms", 50),
  open: () => openSampling(searchGoods),
};

/** From the scanner's Enter until the frame after the goods' line stands in the cart. */
export const scanToLine: MetricSpec = {
  ...msMetric("scan_to_line_p95_ms", 50),
  open: () => openSampling(scanGoods, payCash),
};

/** From Enter on the amount until the window knows that the sale is durable. */
export const payToCommit: MetricSpec = {
  ...msMetric("pay_to_commit_p95_ms", 30),
  open: () =>
    openSampling(async (selling, index) => {
      await scanGoods(selling, index);
      return payCash(selling);
    }),
};

function msMetric(name: string, bar: number): Omit<MetricSpec, "open"> {
  return { name, unit: "ms", bar, better: "lower", rounds: 5 };
}

/** Rounds of samples at one open till; `after` ends a round. */
async function openSampling(
  hand: Hand,
  after?: (selling: SellingWindow) => Promise<unknown>,
): Promise<MetricRun> {
  const selling = await openSellingWindow(SHOP);
  return {
    round: async (round) => {
      const samples: number[] = [];
      for (let sample = 0; sample < SAMPLES_A_ROUND; sample += 1) {
        samples.push(await hand(selling, round * SAMPLES_A_ROUND + sample));
      }
      await after?.(selling);
      return percentile(samples, 0.95);
    },
    close: selling.close,
  };
}
