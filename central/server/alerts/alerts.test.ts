import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import type { TestTill } from "../testing/test-till.ts";
import { lookAtFleet } from "./watch-fleet.ts";
import { webhook } from "./webhook.ts";

let now = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let till: TestTill;
let catcher: Server;
let url = "";
let status = 200;
const caught: string[] = [];

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => now } });
  till = await centre.enrolTill();
  catcher = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      if (status === 200) caught.push(text);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => catcher.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(catcher.address() as AddressInfo).port}/`;
}, 60_000);
afterAll(async () => {
  catcher.close();
  await centre.close();
});

const look = () => lookAtFleet(centre.centre.deps, webhook(url));
async function report(unsent: number): Promise<void> {
  await till.hello();
  const said = { unsent, unsentSince: null, clockOffsetMs: 0, backupAt: null, waiting: [] };
  await till.request("till.report", JSON.stringify({ tillId: till.tillId, ...said }));
}
const news = () => caught.splice(0).map((text) => JSON.parse(text) as object);

test("what is wrong is told once, and once that it is over", async () => {
  await report(5_000);
  await look();
  await look();
  expect(news()).toMatchObject([
    { state: "RAISED", kind: "BACKLOG", till: "KB-01", text: "5000 catatan belum terkirim" },
  ]);
  await report(0);
  await look();
  await look();
  expect(news()).toMatchObject([{ state: "RECOVERED", kind: "BACKLOG", till: "KB-01" }]);
});

test("what could not be told hurts nothing, and is told at a later look", async () => {
  now += 25 * 60 * 60_000;
  status = 500;
  await look();
  expect(news()).toEqual([]);
  expect((await fetch(`${centre.url}/health`)).status).toBe(200);
  status = 200;
  await look();
  expect(news()).toMatchObject([{ state: "RAISED", kind: "SILENT" }]);
});
