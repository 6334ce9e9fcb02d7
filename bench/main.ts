import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { commitVsBare } from "./commit-vs-bare.ts";
import { measureMetric, type Metric, type MetricSpec } from "./metric.ts";
import { scanToName } from "./scan-to-name.ts";
import { payToCommit, scanToLine, search } from "./selling.ts";
import { startVsBlank } from "./start-vs-blank.ts";

const SPECS: readonly MetricSpec[] = [
  commitVsBare,
  scanToName,
  startVsBlank,
  search,
  scanToLine,
  payToCommit,
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
