import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { dataHome, ROOT_DATA_HOME } from "../../data-home.ts";
import { hostFacts } from "../../host-facts.ts";
import { installBinaries } from "./binaries.ts";
import { ensureCluster, SUPERUSER } from "./cluster.ts";
import { isReachable, serverUser } from "./os-user.ts";
import { type KeptServer, keepRunning } from "./keep-running.ts";
import { clearStale, type ServerFiles } from "./postmaster.ts";
import { takeLock } from "./process-lock.ts";

const DATABASE = "bela_beli";
const PORT_ATTEMPTS = 3;

/** A running embedded server: where to connect, and how to stop it. */
export type EmbeddedPostgres = {
  readonly url: string;
  stop(): Promise<void>;
};

/**
 * Starts a real PostgreSQL with its data below `dataDir` and makes the database on first use.
 * It listens on 127.0.0.1 only, asks for a random password kept in a 0600 file, and ends with this
 * process even when that is killed. Fails with: LockHeld when another process has the folder.
 */
export async function startEmbeddedPostgres({
  dataDir,
}: {
  dataDir: string;
}): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const unlock = await takeLock(join(dataDir, "postgres.lock"));
  try {
    const files = await prepare(dataDir);
    const password = await passwordOf(dataDir);
    await ensureCluster({ ...files, password });
    await clearStale(files);
    const { server, port } = await startOnFreePort(files);
    const watchdog = watch(files.folder);
    const stop = async () => {
      await server.stop();
      watchdog.kill("SIGTERM");
      await unlock();
    };
    const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`;
    await ensureDatabase(url).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return { url, stop };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function prepare(dataDir: string): Promise<ServerFiles> {
  const facts = hostFacts();
  const user = await serverUser();
  const binaries = await installBinaries(dataHome(facts));
  if (user.uid === undefined) return { user, binaries, folder: join(dataDir, "postgres") };
  return { user, binaries, folder: await folderForOtherUser(dataDir) };
}

/** Under root the server's user must reach its data: beside the rest, else below /var/lib. */
async function folderForOtherUser(dataDir: string): Promise<string> {
  await letThrough(resolve(dataDir));
  if (await isReachable(dataDir)) return join(dataDir, "postgres");
  const name = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16);
  const parent = join(ROOT_DATA_HOME, "clusters");
  await mkdir(parent, { recursive: true, mode: 0o711 });
  return join(parent, name);
}

/** Lets others pass the data folder, and the private temporary folders a test keeps it in. */
async function letThrough(dataDir: string): Promise<void> {
  const temporary = resolve(tmpdir()) + sep;
  for (let path = dataDir; path === dataDir || path.startsWith(temporary); path = dirname(path)) {
    const { mode, uid } = await stat(path);
    if (uid === 0 && (mode & 0o001) === 0) await chmod(path, mode | 0o011);
  }
}

async function passwordOf(dataDir: string): Promise<string> {
  const path = join(dataDir, "postgres.password");
  const known = await readFile(path, "utf8").catch(() => null);
  if (known !== null) return known.trim();
  const made = randomBytes(24).toString("hex");
  await writeFile(path, `${made}\n`, { mode: 0o600, flag: "wx" });
  return made;
}

async function startOnFreePort(files: ServerFiles): Promise<{ server: KeptServer; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { port, server: await keepRunning(files, port) };
    } catch (error) {
      // Somebody may have taken the port in between.
      if (attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === "string") fail(new Error("no port"));
        else done(address.port);
      });
    });
  });
}

function watch(folder: string): ChildProcess {
  const script = fileURLToPath(new URL("./watchdog.ts", import.meta.url));
  const child = spawn(process.execPath, [script, folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    windowsHide: true,
  });
  child.on("error", () => undefined);
  child.unref();
  return child;
}

async function ensureDatabase(url: string): Promise<void> {
  const admin = new URL(url);
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
