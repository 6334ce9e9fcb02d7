import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { MetricSpec } from "./metric.ts";
import { payCash } from "./selling-hand.ts";
import { openSellingWindow, type SellingWindow, SHOP } from "./selling-window.ts";

const FIRST = 100;
const ALL = 1_000;
/** A till has quiet moments, in which garbage is collected and the log is written back. */
const QUIET_MS = 5_000;
const PAGE_BYTES = 4_096;

/**
 * Resident memory of the cashier's window and the core after a thousand sales at one sitting, against
 * after the first hundred of them.
 */
export const memoryGrowth: MetricSpec = {
  name: "memory_growth_1000_sales",
  unit: "ratio",
  bar: 1.1,
  better: "lower",
  rounds: 1,
  open: async (log) => {
    const selling = await openSellingWindow(SHOP);
    return {
      round: async () => {
        for (let sale = 0; sale < FIRST; sale += 1) await sell(selling, sale);
        const before = await memoryOf(selling);
        for (let sale = FIRST; sale < ALL; sale += 1) await sell(selling, sale);
        const after = await memoryOf(selling);
        log(
          `  MB: window ${mb(before.window)} to ${mb(after.window)}, core ${mb(before.core)} to ${mb(after.core)}`,
        );
        return (after.window + after.core) / (before.window + before.core);
      },
      close: selling.close,
    };
  },
};

/** Two goods touched, a buyer of the public, cash. */
async function sell(selling: SellingWindow, index: number): Promise<void> {
  const goods = selling.page.locator("#barang .card");
  for (const touched of [index % 10, (index + 3) % 10]) await goods.nth(touched).click();
  await selling.page.locator('[aria-label="Isi keranjang"] li').nth(1).waitFor();
  await payCash(selling);
}

/** Bytes of both processes once they are quiet. */
async function memoryOf({ app, page }: SellingWindow): Promise<{ window: number; core: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
  await pause(QUIET_MS);
  const window = await app.app.evaluate(({ webContents }) => {
    const cashier = webContents
      .getAllWebContents()
      .find((one) => one.getURL().includes("/cashier/"));
    return cashier?.getOSProcessId() ?? 0;
  });
  return { window: residentBytes(window), core: residentBytes(coreOf(app.app.process().pid ?? 0)) };
}

/** The core among the shell's own processes. */
function coreOf(shell: number): number {
  const found = readdirSync("/proc").find(
    (pid) =>
      /^\d+$/.test(pid) &&
      read(pid, "stat").includes(`) S ${shell} `) &&
      read(pid, "cmdline").includes("core.cjs"),
  );
  if (found === undefined) throw new Error("no core");
  return Number(found);
}

function residentBytes(pid: number): number {
  return Number(read(String(pid), "statm").split(" ")[1]) * PAGE_BYTES;
}

function read(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    // It ended meanwhile.
    return "";
  }
}

function mb(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0);
}
