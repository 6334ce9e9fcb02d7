import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFileLog } from "./log.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "shell-log-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("the log keeps one JSON line an event, with its time and source", async () => {
  const path = join(folder, "logs", "shell.log");
  const log = createFileLog({ path, maxBytes: 10_000, nowMs: () => 0 });
  log.write("warn", "denied", { what: "navigation" });
  log.raw("core", "a line");
  log.raw("core", JSON.stringify({ level: "info", event: "backup taken", name: "till-1" }));
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    {
      at: "1970-01-01T00:00:00.000Z",
      source: "shell",
      level: "warn",
      event: "denied",
      what: "navigation",
    },
    { at: "1970-01-01T00:00:00.000Z", source: "core", level: "warn", line: "a line" },
    {
      at: "1970-01-01T00:00:00.000Z",
      source: "core",
      level: "info",
      event: "backup taken",
      name: "till-1",
    },
  ]);
});

test("the log never grows past twice its bound", async () => {
  const path = join(folder, "shell.log");
  const log = createFileLog({ path, maxBytes: 500, nowMs: () => 0 });
  for (let count = 0; count < 100; count += 1) log.write("info", "tick", { count });
  const sizes = await Promise.all(
    [path, `${path}.1`].map(async (file) => (await readFile(file)).length),
  );
  for (const size of sizes) expect(size).toBeLessThan(700);
});

test("the log is silent where nothing can be written", () => {
  const log = createFileLog({ path: join(folder, "shell.log"), maxBytes: 10, nowMs: () => 0 });
  const blocked = createFileLog({ path: folder, maxBytes: 1_000_000, nowMs: () => 0 });
  expect(() => {
    log.write("info", "x");
    blocked.write("info", "x");
  }).not.toThrow();
});
