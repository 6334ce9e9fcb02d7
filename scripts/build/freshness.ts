import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What a build is made from. */
const SOURCES = ["electron", "renderer", "shared", "central/web", "central/server/router"];
const FILES = ["package-lock.json", "electron.vite.config.ts"];
const STAMP = join("out", "built-from");

/** True when `out/` was built from the sources as they are now, judged by their sizes and times. */
export async function isFresh(root: string): Promise<boolean> {
  const stamp = await readFile(join(root, STAMP), "utf8").catch(() => null);
  return stamp !== null && stamp === (await digestOfSources(root));
}

export async function markFresh(root: string): Promise<void> {
  await writeFile(join(root, STAMP), await digestOfSources(root));
}

/** To be said before something else than a product build is put into `out/`. */
export async function markStale(root: string): Promise<void> {
  await rm(join(root, STAMP), { force: true });
}

async function digestOfSources(root: string): Promise<string> {
  const lists = await Promise.all(SOURCES.map((folder) => filesOf(join(root, folder))));
  const paths = [...FILES.map((file) => join(root, file)), ...lists.flat()].toSorted();
  const facts = await Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return `${path}\n${size}\n${mtimeMs}`;
    }),
  );
  return createHash("sha256").update(facts.join("\n")).digest("hex");
}

async function filesOf(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}
