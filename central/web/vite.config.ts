import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const centreUrl = process.env["BELA_BELI_CENTRE_URL"] ?? "http://127.0.0.1:8642";
const fromCentre = Object.fromEntries(
  ["/trpc", "/r/", "/pictures", "/health"].map((path) => [path, { target: centreUrl }]),
);

/** Builds the centre's pages to out/central/web, where the centre's server finds them. */
export const config = defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL("../../out/central/web", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    // Every asset stays a file of our own origin, so the CSP needs no data: source for fonts or styles.
    assetsInlineLimit: 0,
    // The preload polyfill would be an inline script.
    modulePreload: { polyfill: false },
  },
  server: { host: "127.0.0.1", port: 8643, strictPort: true, proxy: fromCentre },
});

export { config as default };
