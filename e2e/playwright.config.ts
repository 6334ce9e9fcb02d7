import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/*
 * One worker: each test owns a whole till, and two Electrons on two cores only slow each other.
 * No second try: a test that fails now and then has found something.
 */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(import.meta.dirname, "..", "test-results"),
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: "list",
});
