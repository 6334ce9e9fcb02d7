import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runFaults } from "./run.ts";

/*
 * `npm run faults -- --seed N --minutes M --json FILE [--backlog SALES]`: real tills, a real centre
 * and its PostgreSQL through faults of every kind, then whether each sale is there exactly once.
 */

const WHOLE_BACKLOG = 100_000;
/** A shorter run has no time for the whole backlog. */
const BACKLOG_FROM_MINUTES = 5;

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    minutes: { type: "string" },
    backlog: { type: "string" },
    json: { type: "string" },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const minutes = Number(values.minutes ?? 20);
const backlog = Number(values.backlog ?? (minutes >= BACKLOG_FROM_MINUTES ? WHOLE_BACKLOG : 2_000));
const startedAt = performance.now();
const say = (text: string): void => {
  const at = ((performance.now() - startedAt) / 1_000).toFixed(0);
  process.stdout.write(`[${at} s] ${text}\n`);
};

// Tills and centre end with their parent, and what they left in folders goes too.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));
say(`seed ${seed}, ${minutes} minutes`);
const { words, ...figures } = await runFaults({ seed, minutes, backlog, say });
for (const line of words.slice(0, 50)) say(line);
const result = { seed, ...figures, minutes };
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(result)}\n`);
const { lost, doubled, changed, chainFaults, stuck } = figures;
process.exit(lost + doubled + changed + chainFaults + stuck === 0 ? 0 : 1);
