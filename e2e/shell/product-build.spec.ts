import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { ROOT } from "../support/till-app.ts";

/** All text of the files below a folder of the build, by path. */
async function textOf(folder: string): Promise<Map<string, string>> {
  const path = join(ROOT, "out", folder);
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(
    files.map(async (file) => [file, await readFile(file, "latin1")] as const),
  );
  return new Map(texts);
}

const WEBSOCKET_SERVER = /WebSocketServer|handleUpgrade|sec-websocket-accept/i;

test("the product's core listens to no WebSocket; only the tests' build does", async () => {
  const tests = await textOf("test");
  expect([...tests.values()].some((text) => WEBSOCKET_SERVER.test(text))).toBe(true);
  for (const folder of ["core", "main", "preload"]) {
    for (const [file, text] of await textOf(folder)) {
      expect(text, file).not.toMatch(WEBSOCKET_SERVER);
      expect(file).not.toMatch(/websocket|core-health/);
    }
  }
});

test("the shell carries no SQL, no database driver and none of the till's rules", async () => {
  for (const [file, text] of await textOf("main")) {
    expect(text, file).not.toMatch(/better-sqlite3|INSERT INTO|priceCart/i);
  }
});

test("the windows name no host but ours, and hold no inline script", async () => {
  for (const [file, text] of await textOf("renderer")) {
    if (file.endsWith(".html")) expect(text, file).not.toMatch(/<script(?![^>]*\bsrc=)/);
    if (file.endsWith(".css")) expect(text, file).not.toMatch(/https?:\/\//);
  }
});
