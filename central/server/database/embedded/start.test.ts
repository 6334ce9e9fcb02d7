import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../migrate.ts";
import { openPostgres } from "../postgres.ts";
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

  const started = performance.now();
  const second = await startEmbeddedPostgres({ dataDir });
  console.log("second", performance.now() - started);
  const again = openPostgres(second.url);
  expect(await again.query("select regency_id from regency")).toEqual([{ regency_id: "3513" }]);
  await again.close();
  await second.stop();
}, 60_000);

test("the password lies in a file that only its owner reads", async () => {
  const { mode } = await stat(join(dataDir, "postgres.password"));
  expect(mode & 0o777).toBe(0o600);
  expect(await readFile(join(dataDir, "postgres.password"), "utf8")).toMatch(/^[0-9a-f]{48}\n$/);
});
