import { join } from "node:path";
import { dataHome } from "../../central/server/data-home.ts";
import { hostFacts } from "../../central/server/host-facts.ts";
import { buildIfStale } from "../build/build-all.ts";
import { hasDisplay } from "../display/virtual-display.ts";
import { electronRuntime } from "../electron/runtime.ts";
import { type DemoCentre, startDemoCentre } from "./demo-centre.ts";
import { enrolTill } from "./enrol-till.ts";
import { startTillShell, type TillShell } from "./till-shell.ts";
import { welcomeLines } from "./welcome.ts";

/*
 * `npm start`: centre on an embedded PostgreSQL, demo data once, an enrolled demo till, its windows.
 * Arguments go to the centre (--port, --data …).
 */
const root = join(import.meta.dirname, "..", "..");
const running: { centre?: DemoCentre; shell?: TillShell } = {};
let stopping: Promise<void> | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void stop().then(() => process.exit(0)));
}
try {
  await run();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
await stop();

async function run(): Promise<void> {
  await buildIfStale({ root, say });
  say("Menyiapkan pusat …");
  const centre = await startDemoCentre({ root, args: process.argv.slice(2) });
  running.centre = centre;
  const { facts } = centre;
  const dataDir = join(process.env["BELA_BELI_DATA"] ?? dataHome(hostFacts()), "till");
  const { enrolCode } = facts.demo;
  if (enrolCode !== null) {
    say("Mendaftarkan kasir demo …");
    await enrolTill({ dataDir, centreUrl: facts.url, code: enrolCode });
  }
  if (hasDisplay()) {
    const runtime = await electronRuntime({ root, say });
    running.shell = startTillShell({ root, runtime, dataDir });
  }
  for (const line of welcomeLines(facts)) say(line);
  if (running.shell === undefined) {
    say("Di komputer ini tidak ada layar, jadi jendela kasir tidak dibuka; pusat tetap berjalan.");
    say("Untuk melihat kasir bekerja tanpa layar: npm run demo -- --out FOLDER");
  }
  await Promise.race([centre.ended, ...(running.shell === undefined ? [] : [running.shell.ended])]);
}

/** Ends the windows first, so that the till can still say goodbye to the centre. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    await running.shell?.stop();
    await running.centre?.stop();
  })();
  return stopping;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
