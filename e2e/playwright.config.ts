import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/*
 * A worker has a display of its own: two windows on one take each other's keys. Each test owns a
 * whole till, which waits for a person's pace more than it computes, so that two of them fit on two
 * cores. No second try: a test that fails now and then has found something.
 */
const displays = (process.env["E2E_DISPLAYS"] ?? "").split(" ").filter((name) => name !== "");
const own = displays[Number(process.env["TEST_PARALLEL_INDEX"])];
if (own !== undefined) process.env["DISPLAY"] = own;

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(import.meta.dirname, "..", "test-results"),
  workers: Math.max(1, displays.length),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: "list",
});
