import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Browser, Page } from "@playwright/test";
import { WebSocket } from "ws";
import { APP_ORIGIN, resolveAppUrl } from "../../electron/main/protocol/app-url.ts";
import { contentPolicy, pageOf } from "../../electron/main/protocol/content-policy.ts";
import { contentTypeOf } from "../../electron/main/protocol/content-types.ts";
import { HAND_OVER } from "../../shared/contract/hand-over.ts";
import type { WindowRole } from "../../shared/contract/roles.ts";
import { ROOT } from "../support/till-app.ts";

/** The till's built pages in a plain browser, over the same core behind a loopback WebSocket. */
export type BrowserTill = {
  open(browser: Browser, role: WindowRole): Promise<Page>;
  stop(): Promise<void>;
};

export async function startBrowserTill(dataDir: string): Promise<BrowserTill> {
  const core = await startWebSocketCore(dataDir);
  const pages = createServer(servePages);
  await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", resolve));
  const { port } = pages.address() as AddressInfo;
  return {
    open: async (browser, role) => {
      const page = await browser.newPage({ viewport: { width: 1_366, height: 768 } });
      await handPorts(page, `ws://127.0.0.1:${core.port}/${role}`);
      await page.goto(`http://127.0.0.1:${port}/${role}/index.html`);
      return page;
    },
    stop: async () => {
      pages.closeAllConnections();
      pages.close();
      await core.stop();
    },
  };
}

async function startWebSocketCore(dataDir: string) {
  const entry = join(ROOT, "out", "test", "core-websocket.cjs");
  const child = spawn(process.execPath, [entry, dataDir], { stdio: ["ignore", "pipe", "ignore"] });
  const exited = once(child, "exit");
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const { port } = JSON.parse(line) as { port: number };
  return {
    port,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}

/** Serves the pages as the shell does, with the same policy. */
const servePages: RequestListener = (request, response) => {
  const folders = {
    pages: join(ROOT, "out", "renderer"),
    pictures: join(ROOT, "resources", "pictures"),
  };
  const resource = resolveAppUrl(`${APP_ORIGIN}${request.url ?? "/"}`, folders);
  const type = resource.kind === "file" ? contentTypeOf(resource.path) : undefined;
  if (resource.kind !== "file" || type === undefined) {
    response.writeHead(404).end();
    return;
  }
  readFile(resource.path).then(
    (body) => {
      const policy = contentPolicy(pageOf(request.url ?? "/"));
      response.writeHead(200, { "content-type": type, "content-security-policy": policy });
      response.end(body);
    },
    () => response.writeHead(404).end(),
  );
};

/** Stands in for preload and shell: answers the page's hello with a port whose far end is the core. */
async function handPorts(page: Page, coreUrl: string): Promise<void> {
  const socket = new WebSocket(coreUrl);
  await once(socket, "open");
  page.once("close", () => socket.close());
  await page.exposeFunction("sendToCore", (frame: unknown) => socket.send(JSON.stringify(frame)));
  socket.on("message", (data: Buffer) => {
    const frame: unknown = JSON.parse(data.toString("utf8"));
    page
      .evaluate((given) => {
        window.dispatchEvent(new CustomEvent("from-core", { detail: given }));
      }, frame)
      // The page may be gone before its last frame.
      .catch(() => undefined);
  });
  await page.addInitScript(({ hello, port }) => {
    const { sendToCore } = window as unknown as { sendToCore: (frame: unknown) => void };
    window.addEventListener("message", ({ data }) => {
      if (data?.type !== hello) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => sendToCore(event.data);
      window.addEventListener("from-core", (event) => {
        port1.postMessage((event as CustomEvent<unknown>).detail);
      });
      window.postMessage({ type: port }, window.location.origin, [port2]);
    });
  }, HAND_OVER);
}
