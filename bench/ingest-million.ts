import { fillCentre } from "./centre-filler.ts";
import { type DrainStage, openDrainStage } from "./draining-till.ts";
import type { MetricSpec } from "./metric.ts";

const MANY = 3_000_000;
const FEW = 100_000;
const PUSHED = 10_000;
const MICROSECONDS = 1_000_000;

/**
 * Time that the centre's answers to a till's pushes take for each sale with 3,000,000 sales stored,
 * against a centre with 100,000. Tills come back with a backlog to the two in turn.
 */
export const ingestMillion: MetricSpec = {
  name: "ingest_3m_vs_100k",
  unit: "ratio",
  bar: 1.3,
  better: "lower",
  rounds: 5,
  open: async (log) => {
    const few = await filledStage(FEW, log);
    const many = await filledStage(MANY, log);
    return {
      round: async () => {
        const small = await pushTime(few);
        const large = await pushTime(many);
        log(`  µs a sale: ${large.toFixed(0)} of ${MANY}, ${small.toFixed(0)} of ${FEW}`);
        return large / small;
      },
      close: async () => {
        await few.close();
        await many.close();
      },
    };
  },
};

async function filledStage(sales: number, log: (line: string) => void): Promise<DrainStage> {
  const stage = await openDrainStage();
  const { database } = stage;
  // The first till's sales are the model of the others.
  await pushTime(stage);
  const from = performance.now();
  await fillCentre(database, sales);
  const seconds = (performance.now() - from) / 1_000;
  const [size] = await database.query<{ gb: string }>(
    "select round(pg_database_size(current_database()) / 1e9, 1)::text as gb",
  );
  log(`  filled ${sales} sales in ${seconds.toFixed(0)} s: ${size?.gb} GB`);
  return stage;
}

/** Microseconds of the centre's time for each sale of a till's backlog. */
async function pushTime(stage: DrainStage): Promise<number> {
  const till = await stage.tillWith(PUSHED);
  const before = await pushSeconds(stage.centre.url);
  await stage.drain(till);
  const seconds = (await pushSeconds(stage.centre.url)) - before;
  await till.close();
  return (seconds * MICROSECONDS) / PUSHED;
}

/** As the centre itself measures it. */
async function pushSeconds(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = /^belabeli_request_seconds\{procedure="till\.push",status="200"\} ([\d.]+)$/m;
  return Number(line.exec(text)?.[1] ?? 0);
}
