import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Readable } from "node:stream";
import { temporaryFolder } from "../electron/core/testing/test-core.ts";
import { prepareTill } from "../electron/core/testing/prepare-till.ts";
import { electronRuntime } from "../scripts/electron/runtime.ts";
import { type MetricSpec, median } from "./metric.ts";
import { untilPage } from "./page-probe.ts";
import { ROOT, withDisplay } from "./real-electron.ts";

const STARTS_A_ROUND = 3;

/**
 * From the start of the process until the cashier can key the PIN: window painted, core up, its
 * cashiers listed, on a till with 15,000 people and 300 products. Against one empty sandboxed window
 * of the same Electron. Both are watched the same way, start by start in turn.
 */
export const startVsBlank: MetricSpec = {
  name: "start_vs_blank",
  unit: "ratio",
  bar: 2,
  better: "lower",
  rounds: 5,
  open: async (log) => {
    const { executable, switches } = await electronRuntime({ root: ROOT, say: log });
    const display = await withDisplay();
    const folder = temporaryFolder();
    await prepareTill(folder.path, { people: 15_000, products: 300 });
    const till = {
      args: [...switches, ROOT, `--data-dir=${folder.path}`, "--cashier-size=1366x768"],
      isPage: (url: string) => url.includes("/cashier/"),
      condition: `document.documentElement.dataset.phase === "LOCKED" &&
        performance.getEntriesByName("first-contentful-paint").length > 0`,
    };
    const blank = {
      args: [...switches, path.join(import.meta.dirname, "blank-app")],
      isPage: (url: string) => url.startsWith("data:"),
      condition: `document.readyState === "complete"`,
    };
    const start = (app: typeof till) => timeStart({ ...app, executable, display: display.name });
    await start(till);
    await start(blank);
    return {
      round: async () => {
        const ours: number[] = [];
        const floor: number[] = [];
        for (let count = 0; count < STARTS_A_ROUND; count += 1) {
          ours.push(await start(till));
          floor.push(await start(blank));
        }
        log(`  start ms: ours ${median(ours).toFixed(0)}, blank ${median(floor).toFixed(0)}`);
        return median(ours) / median(floor);
      },
      close: async () => {
        await display.stop();
        folder.remove();
      },
    };
  },
};

async function timeStart(app: {
  readonly executable: string;
  readonly display: string;
  readonly args: readonly string[];
  readonly isPage: (url: string) => boolean;
  readonly condition: string;
}): Promise<number> {
  const from = performance.now();
  const child = spawn(app.executable, ["--remote-debugging-port=0", ...app.args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, DISPLAY: app.display },
  });
  const ended = once(child, "exit");
  try {
    const port = await debuggingPort(child.stderr);
    await untilPage({ port, isPage: app.isPage, condition: app.condition });
    return performance.now() - from;
  } finally {
    child.kill();
    await ended;
  }
}

/**
 * The port as Chromium itself chose and tells it. One that is looked for before may be another's by
 * the time Chromium opens it, and then its page never comes.
 */
async function debuggingPort(stderr: Readable): Promise<number> {
  let told = "";
  stderr.setEncoding("utf8");
  for await (const text of stderr.iterator({ destroyOnReturn: false })) {
    told += String(text);
    const found = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(told)?.[1];
    if (found === undefined) continue;
    // What else it says is let go, so that it never waits for a reader.
    stderr.resume();
    return Number(found);
  }
  throw new Error(`Electron ended at its start: ${told}`);
}
