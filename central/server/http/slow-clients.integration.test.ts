import { once } from "node:events";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import type { TestTill } from "../testing/test-till.ts";
import { CONNECTION_LIMITS } from "./connections.ts";

/*
 * Connections that send their headers or bodies bit by bit, or never read the answer: ten times as
 * many as there are places. The waits are shorter than the centre's own, the places are its number.
 */
/** Both ends of each are open files of this process. */
const CLIENTS = Math.min(10 * CONNECTION_LIMITS.most, openFilesAllowed() - 2_000);
const AT_ONCE = 250;
const LIMITS = { headersMs: 3_000, requestMs: 5_000, idleMs: 4_000, lookEveryMs: 500 };
const ENDED_WITHIN_MS = 20_000;
const SERVED_WITHIN_MS = 5_000;
const MOST_GROWTH_BYTES = 400 * 1024 * 1024;
const POKE_EVERY_MS = 200;

/** Node takes as many as the system lets it. */
function openFilesAllowed(): number {
  const [, most] =
    /Max open files +\S+ +(\d+)/.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
  return most === undefined ? Number.POSITIVE_INFINITY : Number(most);
}

let centre: TestCentre;
let till: TestTill;
const clients: Socket[] = [];

beforeAll(async () => {
  centre = await startTestCentre({ limits: LIMITS });
  till = await centre.enrolTill();
}, 120_000);
afterAll(async () => {
  for (const socket of clients) socket.destroy();
  await centre.close();
});

const headersOf = (no: number): string =>
  // Each is of another address: the limit on one address has tests of its own.
  `host: x\r\ncontent-type: application/json\r\nx-forwarded-for: 10.0.${no >> 8}.${no & 255}\r\n`;

const BEGINNINGS: readonly ((no: number) => string)[] = [
  () => "P",
  (no) => `POST /trpc/till.push HTTP/1.1\r\n${headersOf(no)}content-length: 900000\r\n\r\n[`,
  (no) => `GET /pictures/mangga.svg HTTP/1.1\r\n${headersOf(no)}\r\n`,
];

async function slowClient(no: number): Promise<void> {
  const { port, hostname } = new URL(centre.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  clients.push(socket);
  const kind = no % BEGINNINGS.length;
  if (kind === 2) socket.pause();
  else socket.resume();
  await once(socket, "connect").catch(() => undefined);
  socket.write(BEGINNINGS[kind]?.(no) ?? "");
}

/** One more byte from each that is still connected. */
function drip(): void {
  for (const socket of clients) if (socket.writable) socket.write("O");
}

/** A signed request of a till, asked again as a till does, and one on a new connection. */
async function serve(): Promise<number> {
  const begun = performance.now();
  while (!(await till.hello().then(Boolean, () => false)));
  const request = get(`${centre.url}/health`, { agent: false });
  const [response] = await once(request, "response");
  response.resume();
  await once(response, "end");
  return performance.now() - begun;
}

test("slow clients, ten times as many as there are places, keep no till from being served, and are ended", {
  timeout: 180_000,
}, async () => {
  const before = process.memoryUsage().rss;
  const served: number[] = [];
  for (let no = 0; no < CLIENTS; no += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => slowClient(no + index)));
    drip();
    served.push(await serve());
  }
  const grown = process.memoryUsage().rss - before;
  const slowest = Math.max(...served);
  const told = `a till served within ${Math.round(slowest)} ms, ${Math.round(grown / 2 ** 20)} MiB more`;
  process.stdout.write(`${CLIENTS} slow clients: ${told}\n`);
  expect(slowest).toBeLessThan(SERVED_WITHIN_MS);
  expect(grown).toBeLessThan(MOST_GROWTH_BYTES);

  const begun = performance.now();
  const dripping = setInterval(drip, POKE_EVERY_MS);
  const left = clients.filter(({ closed }) => !closed);
  // Some end with an error of the line, which is an end too.
  await Promise.all(left.map((socket) => new Promise((resolve) => socket.once("close", resolve))));
  clearInterval(dripping);
  expect(performance.now() - begun).toBeLessThan(ENDED_WITHIN_MS);
  expect(await serve()).toBeLessThan(SERVED_WITHIN_MS);
});
