import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { processExists } from "./database/embedded/process-lock.ts";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const JOURNAL = fileURLToPath(new URL("./journal-cli.ts", import.meta.url));
const REDERIVE = fileURLToPath(new URL("./rederive-cli.ts", import.meta.url));
const Ready = z.object({
  ready: z.literal(true),
  url: z.url(),
  rootFingerprint: z.string(),
  username: z.string(),
  oneTimePassword: z.string().nullable(),
});

let data = "";
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "bela-beli-run-"));
});
afterAll(() => rm(data, { recursive: true, force: true }));

const start = (...flags: string[]) =>
  spawn(process.execPath, [MAIN, "--data", data, "--port", "0", ...flags], {
    env: { ...process.env, DATABASE_URL: undefined },
  });
const readyOf = async (centre: ChildProcess) => {
  const [line] = await once(centre.stdout!, "data");
  return Ready.parse(JSON.parse(String(line)));
};
const run = async (...args: string[]) => {
  const command = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: undefined },
  });
  let text = "";
  command.stdout.on("data", (chunk) => (text += String(chunk)));
  command.stderr.on("data", (chunk) => (text += String(chunk)));
  const [code] = await once(command, "close");
  return { code: Number(code), text };
};
const postmaster = async () =>
  Number(
    (await readFile(join(data, "centre", "postgres", "postmaster.pid"), "utf8")).split("\n")[0],
  );

test("the centre starts by itself, tells where it is, and ends with all it started", async () => {
  const centre = start();
  const { url, oneTimePassword, rootFingerprint } = await readyOf(centre);
  expect(oneTimePassword).toMatch(/^[a-z2-9-]{19}$/);
  expect((await fetch(`${url}/health`)).status).toBe(200);
  const pid = await postmaster();

  const second = await run(MAIN, "--data", data, "--port", "0");
  expect(second).toMatchObject({ code: 1 });
  expect(second.text).toContain("sudah berjalan");

  const out = join(data, "journal.jsonl");
  expect(await run(JOURNAL, "export", "--data", data, "--out", out)).toMatchObject({ code: 0 });
  expect(await readFile(out, "utf8")).toContain('{"format":"belabeli-journal/1"');

  centre.kill("SIGTERM");
  expect(await once(centre, "exit")).toEqual([0, null]);
  expect(processExists(pid)).toBe(false);

  const again = start();
  expect(await readyOf(again)).toMatchObject({ rootFingerprint });
  again.kill("SIGINT");
  expect(await once(again, "exit")).toEqual([0, null]);
});

test("commands work beside a stopped centre too", async () => {
  const rederived = await run(REDERIVE, "--data", data, "--json");
  expect(rederived).toMatchObject({ code: 0 });
  expect(rederived.text).toContain('{"same":true,"differences":[]}');
  expect(await run(JOURNAL, "nonsense", "--data", data)).toMatchObject({ code: 2 });
});

test("started with --stop-with-parent it ends when its input ends", async () => {
  const centre = start("--stop-with-parent");
  await readyOf(centre);
  const pid = await postmaster();
  centre.stdin.end();
  expect(await once(centre, "exit")).toEqual([0, null]);
  expect(processExists(pid)).toBe(false);
});

test("keys, password and connection are readable by their owner only", async () => {
  const folder = join(data, "centre", "keys");
  const keys = (await readdir(folder)).map((name) => join(folder, name));
  expect(keys).toHaveLength(5);
  for (const path of [...keys, join(data, "centre", "postgres.password")]) {
    expect((await stat(path)).mode & 0o077).toBe(0);
  }
});
