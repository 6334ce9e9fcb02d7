import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Database } from "../database/database.ts";
import { exportLines } from "./export.ts";

/** Writes the export of one snapshot to a file, which appears whole or not at all. */
export async function exportToFile(
  database: Database,
  regencyId: string,
  path: string,
): Promise<{ lines: number; sha256: string }> {
  const unfinished = `${path}.part`;
  const digest = createHash("sha256");
  let lines = 0;
  try {
    await database.transaction(async (tx) => {
      await tx.query("set transaction isolation level repeatable read, read only");
      const text = async function* () {
        for await (const line of exportLines(tx, regencyId)) {
          lines += 1;
          digest.update(`${line}\n`);
          yield `${line}\n`;
        }
      };
      await pipeline(Readable.from(text()), createWriteStream(unfinished, { mode: 0o600 }));
    });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { lines, sha256: digest.digest("hex") };
}
