import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";

const CACHE = join(import.meta.dirname, "..", "..", "..", "node_modules", ".cache", "bela-beli");
const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
const { version } = JSON.parse(
  readFileSync(join(dirname(entry), "..", "package.json"), "utf8"),
) as { version: string };
const FILE = join(CACHE, `pglite-${version}.tar`);

/**
 * The files of a cluster with nothing in it. Made once for this version and kept beside the packages:
 * making them takes the most of a database's start, and every file of tests starts some.
 */
export async function emptyCluster(): Promise<Blob> {
  const kept = await readFile(FILE).catch(() => null);
  return kept === null ? make() : new Blob([new Uint8Array(kept)]);
}

/** Written aside and renamed: whoever makes it at the same time finds it whole or not at all. */
async function make(): Promise<Blob> {
  const lite = await PGlite.create();
  const files = await lite.dumpDataDir("none");
  await lite.close();
  await mkdir(CACHE, { recursive: true });
  const aside = `${FILE}.${randomUUID()}`;
  await writeFile(aside, new Uint8Array(await files.arrayBuffer()));
  await rename(aside, FILE);
  return files;
}
