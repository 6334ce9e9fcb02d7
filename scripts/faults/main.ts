import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runFaults } from "./run.ts";
import { fellShort, Tally } from "./scene.ts";

/*
 * `npm run faults -- --seed N --minutes M --json FILE [--backlog SALES] [--only FAULT,FAULT]`: real
 * tills, a real centre and its PostgreSQL through faults of every kind, then whether each sale is
 * there exactly once. However the run ends, its figures are written.
 */

const WHOLE_BACKLOG = 100_000;
/** A shorter run has no time for the whole backlog. */
const BACKLOG_FROM_MINUTES = 5;
const MOST_WORDS = 50;
const MINUTE_MS = 60_000;
/** To build, to come to rest and to judge; a run that takes longer hangs. */
const BESIDE_MINUTES = 15;

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    minutes: { type: "string" },
    backlog: { type: "string" },
    only: { type: "string" },
    json: { type: "string" },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const minutes = Number(values.minutes ?? 20);
const backlog = Number(values.backlog ?? (minutes >= BACKLOG_FROM_MINUTES ? WHOLE_BACKLOG : 2_000));
const only = values.only?.split(",") ?? [];
const startedAt = performance.now();
const say = (text: string): void => {
  const at = ((performance.now() - startedAt) / 1_000).toFixed(0);
  process.stdout.write(`[${at} s] ${text}\n`);
};

let tally = new Tally();
const onTally = (counted: Tally): void => {
  tally = counted;
};

/** Writes the figures and ends; processes and folders of the run go with this one. */
function end(figures: object, code: number): never {
  const faults = Object.fromEntries(tally.counts);
  const result = { seed, minutes, ...figures, faults };
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  }
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exit(code);
}

function fail(error: unknown): never {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(words);
  return end({ error: words }, 2);
}

process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => fail(signal));
setTimeout(() => fail(new Error("the run does not end")), (minutes + BESIDE_MINUTES) * MINUTE_MS);

say(`seed ${seed}, ${minutes} minutes`);
const { words, ...figures } = await runFaults({ seed, minutes, backlog, only, say, onTally });
for (const line of words.slice(0, MOST_WORDS)) say(line);
for (const line of fellShort(tally.counts, minutes)) say(`fell short: ${line}`);
const { lost, doubled, changed, chainFaults, stuck } = figures;
end(figures, lost + doubled + changed + chainFaults + stuck === 0 ? 0 : 1);
