import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { listenOnLoopback, type WebSocketHost } from "./websocket.ts";

let host: WebSocketHost;
let served: string[];

beforeEach(async () => {
  served = [];
  host = await listenOnLoopback((role, port) => {
    served.push(role);
    port.onMessage((data) => port.postMessage({ role, data }));
    port.start();
  }, 0);
});
afterEach(() => host.close());

test("a page is served the role of its address, frame by frame", async () => {
  const page = new WebSocket(`ws://127.0.0.1:${host.port}/display`);
  await once(page, "open");
  page.send(JSON.stringify({ id: 1 }));
  const [answer] = (await once(page, "message")) as [Buffer];
  expect(JSON.parse(answer.toString("utf8"))).toEqual({ role: "display", data: { id: 1 } });
  page.close();
});

test("an address that names no role is served nothing", async () => {
  const page = new WebSocket(`ws://127.0.0.1:${host.port}/admin`);
  await once(page, "close");
  expect(served).toEqual([]);
});
