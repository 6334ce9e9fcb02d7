import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const USER = "postgres";

/** Who runs the server: this process's own user, or under root the OS user `postgres`. */
export type ServerUser = { readonly uid?: number; readonly gid?: number };

/** PostgreSQL refuses to run as root, so root hands it to the user `postgres`, made when missing. */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const known = await lookup();
  if (known !== null) return known;
  await run("groupadd", ["--system", "--force", USER]);
  await run("useradd", ["--system", "--gid", USER, "--no-create-home", USER]);
  const made = await lookup();
  if (made === null) throw new Error(`the OS user ${USER} could not be made`);
  return made;
}

async function lookup(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", USER]), run("id", ["-g", USER])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/** True when any user may walk down to `folder`. */
export async function isReachable(folder: string): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    const { mode } = await stat(path);
    if ((mode & 0o001) === 0) return false;
    if (dirname(path) === path) return true;
  }
}
