import { defineConfig } from "vitest/config";

/*
 * Two projects, so that a change can be checked quickly: `unit` needs nothing but Node, `integration`
 * starts real databases, servers or processes and gets more time.
 */
const INTEGRATION = "**/*.integration.test.ts";
const OUTSIDE = ["**/node_modules/**", "out/**", "e2e/**"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [INTEGRATION, ...OUTSIDE],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "integration",
          include: [INTEGRATION],
          exclude: OUTSIDE,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
