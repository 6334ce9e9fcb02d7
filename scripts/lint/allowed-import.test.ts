import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { refusalOf } from "./allowed-import.ts";

const refuses = (file: string, specifier: string, typesOnly = false): boolean =>
  refusalOf({ file, specifier, typesOnly }) !== null;

describe("a folder", () => {
  test.each([
    ["shared/domain/money.ts", "./result.ts"],
    ["shared/contract/feed.ts", "../domain/money.ts"],
    ["shared/rpc/wire-error.ts", "../contract/errors.ts"],
    ["electron/main/shell.ts", "../../shared/rpc/serve-port.ts"],
    ["electron/core/db/open.ts", "better-sqlite3"],
    ["electron/core/db/stores/sale.ts", "../../journal/journal.ts"],
    ["renderer/cashier/main.tsx", "react-dom/client"],
    ["central/server/main.ts", "@fastify/helmet"],
    ["scripts/start/main.ts", "../../central/server/create-centre.ts"],
  ])("may import what the table names: %s takes %s", (file, specifier) => {
    expect(refuses(file, specifier)).toBe(false);
  });

  test.each([
    ["shared/domain/money.ts", "node:crypto"],
    ["shared/domain/money.ts", "zod"],
    ["shared/domain/money.ts", "../contract/errors.ts"],
    ["shared/contract/feed.ts", "../rpc/frames.ts"],
    ["shared/rpc/frames.ts", "../contract/feed.ts"],
    ["shared/rpc/frames.ts", "../domain/money.ts"],
    ["electron/preload/preload.ts", "../../shared/contract/boot.ts"],
    ["electron/main/shell.ts", "../core/create-core.ts"],
    ["electron/main/shell.ts", "better-sqlite3"],
    ["electron/main/shell.ts", "../../shared/domain/money.ts"],
    ["electron/core/create-core.ts", "electron"],
    ["electron/core/create-core.ts", "../main/shell.ts"],
    ["renderer/cashier/main.tsx", "node:fs"],
    ["renderer/cashier/main.tsx", "electron"],
    ["renderer/cashier/main.tsx", "../../electron/main/flags.ts"],
    ["central/server/main.ts", "../../electron/core/create-core.ts"],
    ["central/server/main.ts", "better-sqlite3"],
    ["central/web/main.tsx", "../server/create-centre.ts"],
    ["central/web/main.tsx", "../../renderer/ui/button.tsx"],
    ["scripts/verify-journal/main.mjs", "../../shared/domain/journal.ts"],
    ["scripts/verify-journal/main.mjs", "zod"],
    ["somewhere/else.ts", "zod"],
  ])("may import nothing else: %s does not take %s", (file, specifier) => {
    expect(refuses(file, specifier)).toBe(true);
  });

  test("takes a router of another process as a type only", () => {
    const router = "../electron/core/router/cashier.ts";
    expect(refuses("renderer/core-client.ts", router, true)).toBe(false);
    expect(refuses("renderer/core-client.ts", router, false)).toBe(true);
    expect(refuses("renderer/core-client.ts", "../electron/core/create-core.ts", true)).toBe(true);
    expect(refuses("central/web/client.ts", "../server/router/root.ts", true)).toBe(false);
  });

  test("lends its tests the tools of testing, not its code", () => {
    expect(refuses("shared/domain/money.test.ts", "vitest")).toBe(false);
    expect(refuses("shared/domain/money.ts", "vitest")).toBe(true);
    expect(refuses("shared/domain/money.test.ts", "../../central/server/main.ts")).toBe(true);
  });
});

describe("the linter", () => {
  test.each([
    ["an import", 'import { app } from "electron";\nexport const name: unknown = app;\n'],
    ["a re-export", 'export { app } from "electron";\n'],
    ["an import on demand", 'export const load = () => import("electron");\n'],
    ["a type import", 'export type Name = import("electron").App;\n'],
  ])("catches %s that the table forbids", async (_name, code) => {
    const root = join(import.meta.dirname, "..", "..");
    const folder = await mkdtemp(join(root, "electron", "core", "lint-probe-"));
    try {
      await writeFile(join(folder, "probe.ts"), code);
      const oxlint = join(root, "node_modules", "oxlint", "bin", "oxlint");
      const run = promisify(execFile)(process.execPath, [oxlint, "--format=unix", folder], {
        cwd: root,
      });
      const failure = await run.then(
        () => null,
        (error: { stdout: string }) => error.stdout,
      );
      expect(failure).toContain("bela-beli(imports)");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
