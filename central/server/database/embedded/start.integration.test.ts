import { once } from "node:events";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, readlink, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../migrate.ts";
import { openPostgres } from "../postgres.ts";
import { installBinaries } from "./binaries.ts";
import { processExists } from "./process-lock.ts";
import { startEmbeddedPostgres } from "./start.ts";

let dataDir = "";
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "bela-beli-centre-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test("a real server starts, keeps its data over a restart and refuses a second owner", async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  const database = openPostgres(first.url);
  await migrate(database);
  await database.query("insert into regency values ('3513', 'k', 1)");
  const [settings] = await database.query<{ fsync: string; password: string }>(
    "select current_setting('fsync') as fsync, current_setting('password_encryption') as password",
  );
  expect(settings).toEqual({ fsync: "on", password: "scram-sha-256" });
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/held by process/);
  await database.close();
  await first.stop();

  const second = await startEmbeddedPostgres({ dataDir });
  const again = openPostgres(second.url);
  expect(await again.query("select regency_id from regency")).toEqual([{ regency_id: "3513" }]);
  await again.close();
  await second.stop();
}, 120_000);

test("a connection that is cut between two queries of a transaction ends that transaction alone", async () => {
  const server = await startEmbeddedPostgres({ dataDir });
  const database = openPostgres(server.url);
  const cut = database.transaction(async (tx) => {
    const [own] = await tx.query<{ pid: number }>("select pg_backend_pid() as pid");
    await database.query("select pg_terminate_backend($1, 5000)", [own?.pid ?? 0]);
    await tx.query("select 1");
  });
  await expect(cut).rejects.toThrow();
  expect(await database.query("select 1 as one")).toEqual([{ one: 1 }]);
  await database.close();
  await server.stop();
}, 120_000);

test("the server's programs need nothing of the checkout they came from, and a broken copy is made anew", async () => {
  const home = await mkdtemp(join(tmpdir(), "bela-beli-home-"));
  const { postgres } = await installBinaries(home);
  const lib = join(dirname(dirname(postgres)), "lib");
  const links = async () => {
    const entries = await readdir(lib, { withFileTypes: true });
    return entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name);
  };
  const [name] = await links();
  if (name === undefined) return rm(home, { recursive: true });
  for (const link of await links()) expect(await readlink(join(lib, link))).not.toContain("/");

  await rm(join(lib, name));
  await symlink(join(home, "gone"), join(lib, name));
  await installBinaries(home);
  expect(existsSync(join(lib, name))).toBe(true);
  await rm(home, { recursive: true });
}, 120_000);

test("the password lies in a file that only its owner reads", async () => {
  const path = join(dataDir, "postgres.password");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(path, "utf8")).toMatch(/^[0-9a-f]{48}\n$/);
});

test("the server ends with the process that started it, even a killed one, and starts again", async () => {
  const start = fileURLToPath(new URL("./start.ts", import.meta.url));
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(start)});
    const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(url);
    setInterval(() => undefined, 1000);`;
  const owner = spawn(process.execPath, ["--input-type=module", "-e", script]);
  const [line] = await once(owner.stdout, "data");
  const url = String(line).trim();
  const server = openPostgres(url);
  const [folder] = await server.query<{ path: string }>(
    "select current_setting('data_directory') as path",
  );
  await server.close();
  const pid = Number(
    (await readFile(join(folder?.path ?? "", "postmaster.pid"), "utf8")).split("\n")[0],
  );
  expect(processExists(pid)).toBe(true);
  owner.kill("SIGKILL");
  await once(owner, "exit");
  await expect.poll(() => processExists(pid), { timeout: 30_000 }).toBe(false);

  const next = await startEmbeddedPostgres({ dataDir });
  await next.stop();
}, 120_000);
