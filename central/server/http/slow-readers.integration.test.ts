import { once } from "node:events";
import { createServer, get } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CONNECTION_LIMITS, makeRoom } from "./connections.ts";

/*
 * Connections that read a large answer bit by bit, so that none is ever idle, on every place there is.
 */
const MOST = 8;
/** More than the system keeps for a connection of what was sent and not read. */
const ANSWER = Buffer.alloc(16 * 1024 * 1024);
const BIT = 512;
const READ_EVERY_MS = 20;
const ENDED_WITHIN_MS = 20_000;

const clients: Socket[] = [];
let server: ReturnType<typeof createServer>;
let reading: NodeJS.Timeout;

async function listen(answerMs: number): Promise<void> {
  const waits = { answerMs, leastBytesPerSecond: 8 * ANSWER.length, lookEveryMs: 50 };
  server = createServer((_request, response) => void response.end(ANSWER));
  makeRoom(server, { ...CONNECTION_LIMITS, ...waits, most: MOST });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

const port = (): number => (server.address() as AddressInfo).port;

async function slowReader(): Promise<Socket> {
  const socket = connect(port(), "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  // From here on it takes what it asks for, and no more.
  socket.on("readable", () => undefined);
  await once(socket, "readable");
  clients.push(socket);
  return socket;
}

/** The bytes of an answer that is read at once; 0 where the connection ended before. */
function readWhole(): Promise<number> {
  return new Promise((resolve) => {
    const request = get({ port: port(), agent: false }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.once("close", () => resolve(response.complete ? bytes : 0));
    });
    request.on("error", () => resolve(0));
  });
}

beforeEach(() => {
  reading = setInterval(() => clients.forEach((socket) => socket.read(BIT)), READ_EVERY_MS);
});
afterEach(async () => {
  clearInterval(reading);
  for (const socket of clients.splice(0)) socket.destroy();
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

test("whoever comes while slow readers have all places is served", async () => {
  await listen(60_000);
  for (let no = 0; no < MOST; no += 1) await slowReader();
  while ((await readWhole()) !== ANSWER.length);
  expect(clients).toHaveLength(MOST);
}, 60_000);

test("whoever reads more slowly than it may is ended", async () => {
  await listen(200);
  const accepted = once(server, "connection");
  await slowReader();
  const [held] = (await accepted) as [Socket];
  const begun = performance.now();
  await once(held, "close");
  expect(performance.now() - begun).toBeLessThan(ENDED_WITHIN_MS);
}, 60_000);
