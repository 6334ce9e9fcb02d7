import { readFileSync, writeFileSync } from "node:fs";
import { receiptPicture } from "./receipt-picture.ts";

/* `node scripts/receipt-picture/main.ts BYTES.bin OUT.png [DOTS]` draws printed bytes as a picture. */

const [input, output, dots = "576"] = process.argv.slice(2);
if (input === undefined || output === undefined || !/^\d{3,4}$/.test(dots)) {
  process.stderr.write("usage: main.ts BYTES.bin OUT.png [DOTS]\n");
  process.exitCode = 2;
} else {
  writeFileSync(output, receiptPicture(readFileSync(input), { dots: Number(dots) }));
}
