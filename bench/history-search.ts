import path from "node:path";
import Sqlite from "better-sqlite3";
import { dateOf } from "../shared/domain/period.ts";
import { type ForkedCore, forkCore } from "../electron/core/testing/forked-core.ts";
import { type MetricSpec, percentile } from "./metric.ts";
import { millionSales, type OldTill } from "./million-sales.ts";
import { SALES } from "./million-sales-sql.ts";

const SAMPLES_A_WAY = 25;
/** As many as the cashier's window asks for. */
const PAGE = 50;

type Sold = {
  readonly number: string;
  readonly total: number;
  readonly at: number;
  readonly personId: string | null;
  readonly product: string;
};
type Asked = { readonly text: string; readonly date: string | null };
type Way = (sold: Sold, till: OldTill) => Asked;

/** What a person may know of a sale, and how it is asked for. */
const WAYS: Readonly<Record<string, Way>> = {
  number: ({ number }) => ({ text: number, date: null }),
  counter: ({ number }) => ({ text: String(Number(number.slice(-6))), date: null }),
  amount: ({ total }) => ({ text: String(total), date: null }),
  name: (sold, till) => ({ text: buyerOf(sold, till).name, date: null }),
  "part of a name": (sold, till) => ({ text: buyerOf(sold, till).name.slice(0, 4), date: null }),
  NIP: (sold, till) => ({ text: buyerOf(sold, till).nip, date: null }),
  product: ({ product }) => ({ text: product, date: null }),
  "kind of product": ({ product }) => ({ text: product.slice(0, 4), date: null }),
  day: ({ at }) => ({ text: "", date: dateOf(at) }),
  "amount on a day": ({ total, at }) => ({ text: String(total), date: dateOf(at) }),
  "name on a day": (sold, till) => ({ text: buyerOf(sold, till).name, date: dateOf(sold.at) }),
  "product on a day": ({ product, at }) => ({ text: product, date: dateOf(at) }),
};

/**
 * From the question until its answer, between a window's end of the channel and the core in a process
 * of its own, with a million sales in the file. Each way is asked in turn; the slowest one counts.
 */
export const historySearch: MetricSpec = {
  name: "history_search_1m_p95_ms",
  unit: "ms",
  bar: 100,
  better: "lower",
  rounds: 5,
  open: async (log) => {
    const till = await millionSales(log);
    const sales = salesOf(till);
    const core = await forkCore(till.dataDir);
    const [cashier] = till.cashiers;
    if (cashier === undefined) throw new RangeError("no cashier");
    await core.cashier.session.login.mutate({ cashierId: cashier.cashierId, pin: cashier.pin });
    return {
      round: async (round) => {
        const slowest = { way: "", ms: 0 };
        for (const [way, asks] of Object.entries(WAYS)) {
          const from = round * SAMPLES_A_WAY;
          const asked = sales.slice(from, from + SAMPLES_A_WAY).map((sold) => asks(sold, till));
          const ms = percentile(await timesOf(core, asked), 0.95);
          if (ms > slowest.ms) Object.assign(slowest, { way, ms });
        }
        log(`  slowest: by ${slowest.way}`);
        return slowest.ms;
      },
      close: async () => void (await core.shutdown()),
    };
  },
};

async function timesOf(core: ForkedCore, asked: readonly Asked[]): Promise<number[]> {
  const times: number[] = [];
  for (const one of asked) {
    const from = performance.now();
    const { rows } = await core.cashier.history.search.query({ ...one, before: null, limit: PAGE });
    times.push(performance.now() - from);
    if (rows.length === 0) throw new Error("a sale was not found");
  }
  return times;
}

/** Sales to an ASN from all over the years. */
function salesOf({ dataDir }: OldTill): Sold[] {
  const db = new Sqlite(path.join(dataDir, "till.db"), { readonly: true });
  try {
    const one = db.prepare(
      `SELECT number, total, at, person_id AS personId, product_name AS product
       FROM sale JOIN sale_line USING (sale_id) WHERE seq >= ? AND person_id IS NOT NULL
       ORDER BY seq, no LIMIT 1`,
    );
    return Array.from(
      { length: 5 * SAMPLES_A_WAY },
      (_, index) => one.get(2 + ((index * 7_919_777) % (SALES - 10))) as Sold,
    );
  } finally {
    db.close();
  }
}

function buyerOf({ personId }: Sold, till: OldTill): OldTill["people"][number] {
  const person = till.people.find((one) => one.personId === personId);
  if (person === undefined) throw new RangeError("no buyer");
  return person;
}
