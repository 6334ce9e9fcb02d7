import { once } from "node:events";
import { readArguments, USAGE } from "./arguments.ts";
import { inspectLine } from "./inspect-line.ts";
import { linesOf } from "./lines-of.ts";

/* `npm run inspect`: what the till makes of a text, for people who help a cashier from afar. */
const asked = readArguments(process.argv.slice(2), Date.now());
if (asked === null) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  // A reader that closes early (`| head`) ends the run; it is no fault.
  process.stdout.on("error", () => process.exit(0));
  for await (const line of linesOf(process.stdin.setEncoding("utf8"))) {
    const answer = JSON.stringify(inspectLine(asked.kind, line, asked.options));
    if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, "drain");
  }
}
