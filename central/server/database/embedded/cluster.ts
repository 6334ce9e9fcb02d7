import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import type { ServerUser } from "./os-user.ts";

const run = promisify(execFile);

export const SUPERUSER = "belabeli";

/** Everything the server's programs get of our environment: nothing that may change what they do. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return {
    LC_ALL: "C",
    TZ: "UTC",
    ...(PATH === undefined ? {} : { PATH }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
  };
}

/** Makes the data folder of the server unless it is there; a half-made one never gets the name. */
export async function ensureCluster(options: {
  readonly folder: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
}): Promise<void> {
  const { folder, user } = options;
  if (existsSync(join(folder, "PG_VERSION"))) return;
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await give(unfinished, user);
  await initialise({ ...options, folder: unfinished });
  await rename(unfinished, folder);
}

async function initialise(options: {
  readonly folder: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
}): Promise<void> {
  const { folder, password, binaries, user } = options;
  const passwordFile = `${folder}.pw`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  await give(passwordFile, user);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${folder}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
      ],
      { ...user, cwd: folder, env: serverEnvironment(), windowsHide: true },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function give(path: string, { uid, gid }: ServerUser): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}
