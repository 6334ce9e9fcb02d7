import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { serverEnvironment } from "./cluster.ts";
import type { ServerUser } from "./os-user.ts";
import { processExists } from "./process-lock.ts";

const run = promisify(execFile);
const READY = "database system is ready to accept connections";
const LAST_LINES = 20;
const STOP_TIMEOUT_MS = 30_000;
const POLL_MS = 50;

export type ServerFiles = {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
};

/** Starts the server on 127.0.0.1 and resolves when it takes connections; rejects with its last words. */
export async function startPostmaster(files: ServerFiles, port: number): Promise<ChildProcess> {
  const { folder, binaries, user } = files;
  const child = spawn(
    binaries.postgres,
    [
      "-D",
      folder,
      "-p",
      String(port),
      ...settings({
        listen_addresses: "127.0.0.1",
        unix_socket_directories: "",
        fsync: "on",
        synchronous_commit: "on",
        max_connections: "60",
        timezone: "UTC",
        log_timezone: "UTC",
        max_parallel_workers_per_gather: "0",
        dynamic_shared_memory_type: process.platform === "win32" ? "windows" : "mmap",
      }),
    ],
    // A group of its own: Ctrl-C must reach us first, who then stop it cleanly.
    {
      ...user,
      cwd: folder,
      env: serverEnvironment(),
      detached: process.platform !== "win32",
      stdio: ["ignore", "ignore", "pipe"],
      windowsHide: true,
    },
  );
  await ready(child);
  return child;
}

function settings(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function ready(child: ChildProcess): Promise<void> {
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      lines.push(...text.split("\n").filter((line) => line !== ""));
      lines.splice(0, lines.length - LAST_LINES);
      if (text.includes(READY)) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`PostgreSQL did not start: ${lines.join(" | ")}`)));
  });
}

/** Stops the server as if by its own order: running queries end, everything is on disk. */
export async function stopPostmaster(child: ChildProcess, files: ServerFiles): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  if (process.platform === "win32") await stopByPgCtl(files);
  else child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGQUIT"), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(late);
}

/** Ends a server that a killed process left on this folder, and clears the note a crash left. */
export async function clearStale(files: ServerFiles): Promise<void> {
  const note = join(files.folder, "postmaster.pid");
  const pid = await postmasterPid(note);
  if (pid === null) return;
  if (await isServer(pid, files.binaries)) {
    if (process.platform === "win32") await stopByPgCtl(files);
    else process.kill(pid, "SIGINT");
    await gone(pid);
  }
  await rm(note, { force: true });
}

/** The process id in a `postmaster.pid`, or null when there is none. */
export async function postmasterPid(note: string): Promise<number | null> {
  const text = await readFile(note, "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
}

/** A process id is reused sooner or later: only a process that runs our server's program counts. */
async function isServer(pid: number, { postgres }: Binaries): Promise<boolean> {
  if (!processExists(pid)) return false;
  if (process.platform !== "linux") return true;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return command.startsWith(postgres) || command.startsWith("postgres");
}

async function stopByPgCtl({ binaries, folder, user }: ServerFiles): Promise<void> {
  await run(binaries.pgCtl, ["stop", "-D", folder, "-m", "fast", "-w"], {
    ...user,
    env: serverEnvironment(),
    windowsHide: true,
  });
}

async function gone(pid: number): Promise<void> {
  const deadline = performance.now() + STOP_TIMEOUT_MS;
  while (processExists(pid)) {
    if (performance.now() > deadline) throw new Error(`PostgreSQL process ${pid} does not stop`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
