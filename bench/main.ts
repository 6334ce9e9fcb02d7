import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { commitDraining } from "./commit-draining.ts";
import { commitMillion } from "./commit-million.ts";
import { commitVsBare } from "./commit-vs-bare.ts";
import { coreStart } from "./core-start.ts";
import { drainFarVsNear, drainPerSecond, drainVsVerify, ingestVsCopy, wireBytes } from "./drain.ts";
import { drainVsPouch } from "./drain-vs-pouch.ts";
import { historySearch } from "./history-search.ts";
import { ingestMillion } from "./ingest-million.ts";
import { longestBlock } from "./longest-block.ts";
import { memoryGrowth } from "./memory-growth.ts";
import { measureMetric, type Metric, type MetricSpec } from "./metric.ts";
import { scanToName } from "./scan-to-name.ts";
import { ROOT } from "./real-electron.ts";
import { buildIfStale } from "../scripts/build/build-all.ts";
import { payToCommit, scanToLine, search } from "./selling.ts";
import { startVsBlank } from "./start-vs-blank.ts";

const SPECS: readonly MetricSpec[] = [
  commitVsBare,
  scanToName,
  startVsBlank,
  search,
  scanToLine,
  payToCommit,
  longestBlock,
  memoryGrowth,
  coreStart,
  historySearch,
  commitMillion,
  commitDraining,
  drainPerSecond,
  drainVsVerify,
  drainFarVsNear,
  ingestVsCopy,
  ingestMillion,
  drainVsPouch,
  wireBytes,
];

const { values } = parseArgs({
  options: { json: { type: "string" }, only: { type: "string", multiple: true } },
});
const unknown = values.only?.filter((name) => !SPECS.some((spec) => spec.name === name)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(
    `no metric ${unknown.join(", ")}; there are: ${SPECS.map((spec) => spec.name).join(", ")}\n`,
  );
  process.exit(2);
}

await buildIfStale({ root: ROOT, say: (text) => process.stdout.write(`${text}\n`) });
const metrics: Metric[] = [];
for (const spec of SPECS) {
  if (values.only !== undefined && !values.only.includes(spec.name)) continue;
  process.stdout.write(`${spec.name} (bar ${spec.bar} ${spec.unit}, ${spec.better} is better)\n`);
  const metric = await measureMetric(spec, (line) => process.stdout.write(`${line}\n`));
  metrics.push(metric);
  process.stdout.write(
    `  median ${metric.value} ${metric.unit}: ${metric.ok ? "ok" : "NOT MET"}\n`,
  );
}
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ metrics }, null, 2)}\n`);
}
