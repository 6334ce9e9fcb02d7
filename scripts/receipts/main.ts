import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { drawEveryPaper } from "./draw-every-paper.ts";

/* `npm run receipts -- --out DIR` draws every paper the till prints, at every width, as PNG. */

const { out } = parseArgs({ options: { out: { type: "string" } } }).values;
if (out === undefined) {
  process.stderr.write("usage: npm run -s receipts -- --out DIR\n");
  process.exitCode = 2;
} else {
  mkdirSync(out, { recursive: true });
  let count = 0;
  for (const { file, png } of drawEveryPaper()) {
    writeFileSync(join(out, file), png);
    count += 1;
  }
  process.stdout.write(`${count} pictures in ${out}\n`);
}
