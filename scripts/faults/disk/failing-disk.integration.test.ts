import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../../../electron/core/testing/test-core.ts";
import { compilePreload } from "../preload.ts";
import { CONTROL_BYTES } from "./disk-control.ts";

/** The usual run looks at as many calls as fit; DISK_MS gives it more. */
const TIME_MS = Number(process.env["DISK_MS"] ?? 25_000);
const Told = z.object({
  faults: z.array(z.string()),
  tried: z.record(z.string(), z.int()),
  whole: z.boolean(),
});
const run = promisify(execFile);

test("whichever write or flush of a sale, a shift's close or a migration fails: done once and whole, or not done", {
  timeout: TIME_MS + 120_000,
}, async () => {
  const folder = temporaryFolder();
  try {
    const source = path.join(import.meta.dirname, "failing-disk.c");
    const library = compilePreload(source, folder.path);
    if (library === null) return;
    const control = path.join(folder.path, "control");
    writeFileSync(control, Buffer.alloc(CONTROL_BYTES));
    const main = path.join(import.meta.dirname, "failing-disk-main.ts");
    const { stdout } = await run(process.execPath, [main, "--ms", String(TIME_MS)], {
      env: { ...process.env, LD_PRELOAD: library, BELA_BELI_DISK: control },
    });
    const told = Told.parse(JSON.parse(stdout));
    process.stdout.write(`calls that failed: ${JSON.stringify(told.tried)}\n`);
    expect(told.faults).toEqual([]);
    expect(told.tried["sale"]).toBeGreaterThan(0);
  } finally {
    folder.remove();
  }
});
