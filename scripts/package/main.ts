import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "electron-builder";
import { buildAll } from "../build/build-all.ts";
import { electronRuntime } from "../electron/runtime.ts";
import { OLDER_VERSION } from "../electron/older-runtime.ts";

/*
 * `npm run package`: the till as a program of its own in `dist/`. With the older Electron only the
 * folder can be made, without fuses, to see that everything is packed; it is never to be shipped.
 */
const root = join(import.meta.dirname, "..", "..");
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const runtime = await electronRuntime({ root, say });
await buildAll({ root, forTests: false });
if (runtime.kind === "current") await build({ projectDir: root, publish: "never" });
else {
  await build({
    projectDir: root,
    publish: "never",
    dir: true,
    config: {
      extends: join(root, "electron-builder.yml"),
      electronDist: dirname(runtime.executable),
      electronVersion: OLDER_VERSION,
      electronFuses: null,
    },
  });
  // The older runtime's own starter, which would be taken for the app.
  await rm(join(root, "dist", "linux-unpacked", "resources", "app"), { recursive: true });
}
say("Selesai: dist/");
