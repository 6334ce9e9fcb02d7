import { createCore } from "./create-core.ts";
import { listenOnLoopback } from "./hosts/websocket.ts";
import { backupWorkerUrl, syncWorkerUrl } from "./worker-urls.ts";
import { plainSealBox, stderrLog, systemClock, systemRandom } from "./system.ts";

/*
 * A core behind a loopback WebSocket, for the renderer's smoke run in a current Chromium:
 * `node core-websocket.cjs DATA_DIR [PORT]`, which prints `{"port"}` once it listens.
 */

const [dataDir, port = "0"] = process.argv.slice(2);
if (dataDir === undefined) throw new Error("usage: core-websocket DATA_DIR [PORT]");

async function main(folder: string): Promise<void> {
  const core = await createCore({
    dataDir: folder,
    seal: plainSealBox,
    clock: systemClock,
    random: systemRandom,
    log: stderrLog,
    syncWorkerUrl: syncWorkerUrl(import.meta.url),
    backupWorkerUrl: backupWorkerUrl(import.meta.url),
  });
  const host = await listenOnLoopback(core.serve, Number(port));
  process.stdout.write(`${JSON.stringify({ port: host.port })}\n`);
  process.on("SIGTERM", () => {
    void host
      .close()
      .then(() => core.close())
      .then(() => process.exit(0));
  });
}

void main(dataDir);
