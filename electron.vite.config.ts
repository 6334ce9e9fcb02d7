import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));

/*
 * One bundle runs on the current Electron and on the older one used where it cannot be had, hence
 * the targets. Main and preload are CommonJS with everything inside; the core has a build of its own
 * (scripts/build/core.ts), for it needs a newer Node and keeps its native module outside.
 */
export default defineConfig({
  main: {
    define: { __APP_VERSION__: JSON.stringify(version) },
    build: {
      outDir: resolve(root, "out/main"),
      target: "node18",
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: resolve(root, "electron/main/main.ts") },
        external: ["electron"],
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, "out/preload"),
      target: "node18",
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, "electron/preload/preload.ts") },
        external: ["electron"],
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: resolve(root, "renderer"),
    plugins: [react()],
    build: {
      outDir: resolve(root, "out/renderer"),
      emptyOutDir: true,
      target: "chrome114",
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          cashier: resolve(root, "renderer/cashier/index.html"),
          display: resolve(root, "renderer/display/index.html"),
        },
        // Each file costs a window a round trip before it can paint: what both pages need is one.
        output: {
          codeSplitting: {
            groups: [{ name: "pages", minShareCount: 2 }],
          },
        },
      },
    },
  },
});
