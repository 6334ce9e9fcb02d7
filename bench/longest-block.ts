import type { CDPSession, Page } from "@playwright/test";
import { z } from "zod";
import { scanInTime } from "../e2e/support/wedge.ts";
import type { MetricSpec } from "./metric.ts";
import { payCash, scanGoods, searchGoods } from "./selling-hand.ts";
import { openSellingWindow, type SellingWindow, SHOP } from "./selling-window.ts";

const MINUTE_MS = 60_000;
const GOODS_A_SALE = 4;

/** The longest task of the cashier's main thread while goods, cards and payments follow each other for a minute. */
export const longestBlock: MetricSpec = {
  name: "longest_block_ms",
  unit: "ms",
  bar: 50,
  better: "lower",
  rounds: 3,
  open: async () => {
    const selling = await openSellingWindow(SHOP);
    let sold = 0;
    await sell(selling, sold);
    return {
      round: () =>
        longestTask(selling.page, async () => {
          const until = performance.now() + MINUTE_MS;
          while (performance.now() < until) {
            sold += 1;
            await sell(selling, sold);
          }
        }),
      close: selling.close,
    };
  },
};

/** One sale: goods found by a search and by the scanner, a buyer's card, cash. */
async function sell(selling: SellingWindow, index: number): Promise<void> {
  const { page, till } = selling;
  await searchGoods(selling, index);
  await page.keyboard.press("Enter");
  for (let line = 0; line < GOODS_A_SALE; line += 1) {
    await scanGoods(selling, index * GOODS_A_SALE + line);
  }
  const person = till.people[(index * 71) % till.people.length];
  if (person === undefined) throw new RangeError("nobody");
  await scanInTime(page, till.cardOf(person));
  await page.getByRole("region", { name: "Pembeli" }).getByText(person.name).waitFor();
  await payCash(selling);
}

/** In milliseconds, as Chromium itself traces the tasks of the page's main thread. */
async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...TraceEvents.parse(value)));
  await session.send("Tracing.start", {
    traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline"] },
  });
  await work();
  await stopTracing(session);
  await session.detach();
  return longestOf(events);
}

const TraceEvents = z.array(
  z.object({
    name: z.string(),
    pid: z.int(),
    tid: z.int(),
    dur: z.number().optional(),
    args: z.object({ name: z.string().optional().catch(undefined) }),
  }),
);
type TraceEvent = z.infer<typeof TraceEvents>[number];

function longestOf(events: readonly TraceEvent[]): number {
  const mains = events.filter(
    ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain",
  );
  const isMain = new Set(mains.map(({ pid, tid }) => `${pid}/${tid}`));
  const tasks = events.filter(
    ({ name, pid, tid }) => name === "RunTask" && isMain.has(`${pid}/${tid}`),
  );
  if (tasks.length === 0) throw new RangeError("no tasks were traced");
  return tasks.reduce((longest, { dur = 0 }) => Math.max(longest, dur / 1_000), 0);
}

async function stopTracing(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
}
