import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { pathToFileURL } from "node:url";
import { readConnection } from "../central/server/connection-file.ts";
import { type Database } from "../central/server/database/database.ts";
import { openPostgres } from "../central/server/database/postgres.ts";
import { CentreUnderTest } from "../scripts/faults/centre-under-test.ts";
import { RunTime } from "../scripts/faults/clock-file.ts";
import { enrolledTill } from "../scripts/faults/enrol.ts";
import type { TillUnderTest } from "../scripts/faults/till-under-test.ts";
import { ROOT } from "./real-electron.ts";

const run = promisify(execFile);
const MEMORY = "/dev/shm";

/** A real centre on its own PostgreSQL, and tills that come back to it with a backlog. */
export type DrainStage = {
  readonly database: Database;
  readonly centre: CentreUnderTest;
  /** A new till with so many sales of four lines unsent, its core not running. */
  readonly tillWith: (sales: number) => Promise<TillUnderTest>;
  /** Starts its core and gives the seconds from the centre's first entry of it to its last. */
  readonly drain: (till: TillUnderTest) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** Where the centre and the tills keep their files; memory stands for a disk of another machine. */
export type DrainHomes = { readonly centre: "DISK" | "MEMORY"; readonly tills: "DISK" | "MEMORY" };

export async function openDrainStage(
  homes: DrainHomes = { centre: "DISK", tills: "MEMORY" },
): Promise<DrainStage> {
  const home = await mkdtemp(path.join(folderIn(homes.centre), "bela-beli-drain-"));
  const tillHome = await mkdtemp(path.join(folderIn(homes.tills), "bela-beli-"));
  const data = path.join(home, "centre");
  mkdirSync(data, { mode: 0o711 });
  const time = new RunTime();
  const centre = new CentreUnderTest(data, time.clock(path.join(home, "clock.json")));
  await centre.start();
  const connection = await readConnection(path.join(data, "centre"));
  const database = openPostgres(connection?.databaseUrl ?? "");
  const entry = pathToFileURL(path.join(ROOT, "out", "core", "core.cjs"));
  const tills: TillUnderTest[] = [];
  let code = 0;
  const freeCode = (): string => String((code += 1)).padStart(2, "0");
  return {
    database,
    centre,
    tillWith: async (sales) => {
      const till = await enrolledTill(centre, { home: tillHome, time, entry, freeCode });
      tills.push(till);
      await till.hold("SHUTDOWN");
      await addBacklog(till.folder, sales);
      return till;
    },
    drain: (till) => drain(till),
    close: async () => {
      for (const till of tills) await till.close();
      await database.close();
      await centre.stop();
      for (const folder of [home, tillHome]) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Lets a till whose core is not running have so many more sales unsent. */
export async function addBacklog(folder: string, sales: number): Promise<void> {
  const main = path.join(ROOT, "scripts", "faults", "backlog-main.ts");
  await run(process.execPath, [main, "--folder", folder, "--sales", String(sales)]);
}

function folderIn(kind: "DISK" | "MEMORY"): string {
  return kind === "MEMORY" && existsSync(MEMORY) ? MEMORY : tmpdir();
}

async function drain(till: TillUnderTest): Promise<number> {
  till.release();
  const { until } = await till.running();
  const { sync } = await until((state) => state.sync.unsent > 0);
  const whole = sync.unsent;
  await until((state) => state.sync.unsent < whole);
  const from = performance.now();
  const left = (await until(() => true)).sync.unsent;
  await until((state) => state.sync.unsent === 0);
  const seconds = (performance.now() - from) / 1_000;
  return (seconds * whole) / left;
}
