import { open, readFile, rm } from "node:fs/promises";
import { z } from "zod";

const Holder = z.object({ pid: z.int().positive(), startedAt: z.string() });
type Holder = z.infer<typeof Holder>;

/** Another live process holds the lock. */
export class LockHeld extends Error {
  override readonly name = "LockHeld";
  readonly pid: number;
  constructor(pid: number) {
    super(`held by process ${pid}`);
    this.pid = pid;
  }
}

/**
 * Takes a lock file for this process and returns how to give it back.
 * A file left by a process that is gone is taken over. Fails with: LockHeld.
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await create(path)) return () => rm(path, { force: true });
    const holder = await read(path);
    if (holder !== null && (await isAlive(holder))) throw new LockHeld(holder.pid);
    await rm(path, { force: true });
  }
  throw new LockHeld(0);
}

async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(
      JSON.stringify({ pid: process.pid, startedAt: await startOf(process.pid) }),
    );
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function read(path: string): Promise<Holder | null> {
  try {
    return Holder.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

async function isAlive({ pid, startedAt }: Holder): Promise<boolean> {
  return processExists(pid) && (await startOf(pid)) === startedAt;
}

/** True when a process with this id exists, whoever owns it. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** When a process started, in the kernel's ticks, so that a reused id is told apart; "" elsewhere. */
async function startOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
