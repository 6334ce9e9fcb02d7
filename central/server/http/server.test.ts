import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
}, 120_000);
afterAll(() => centre.close());

const LEAKS = /stack|node_modules|\.ts:|select |relation|syntax/i;

test("it says that it is well", async () => {
  expect(await (await fetch(`${centre.url}/health`)).json()).toEqual({ ok: true });
});

test("the root's fingerprint can be read by anyone", async () => {
  const response = await fetch(`${centre.url}/trpc/key.root`);
  expect(await response.json()).toMatchObject({
    result: { data: { fingerprint: centre.centre.rootFingerprint } },
  });
});

test("pictures are served, and nothing above their folder", async () => {
  const picture = await fetch(`${centre.url}/pictures/mangga.svg`);
  expect(picture.status).toBe(200);
  expect(picture.headers.get("content-type")).toContain("image/svg");
  for (const path of ["/pictures/..%2f..%2fpackage.json", "/pictures/%2e%2e/%2e%2e/package.json"]) {
    const response = await fetch(`${centre.url}${path}`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain("bela-beli");
  }
});

test("a failure leaves as one shape with a code and nothing of its cause", async () => {
  const calls = [
    fetch(`${centre.url}/trpc/no.such`),
    fetch(`${centre.url}/trpc/sale.get?input=%7B`),
    fetch(`${centre.url}/trpc/overview.month?input=%7B%7D`),
    fetch(`${centre.url}/trpc/session.login`, { method: "POST", body: "{" }),
    fetch(`${centre.url}/trpc/till.hello`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ tillId: "'; drop table till; --" }),
    }),
    fetch(`${centre.url}/trpc/%c0`),
  ];
  for (const response of await Promise.all(calls)) {
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      error: { data: { code: expect.any(String), retryable: expect.any(Boolean) } },
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(text).not.toMatch(LEAKS);
  }
});

test("a broken database is told as INTERNAL, to try again, without a word of SQL", async () => {
  const { database } = centre.centre.deps;
  await database.query("alter table centre_user rename to away");
  const response = await fetch(`${centre.url}/trpc/session.login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: "admin", password: "x" }),
  });
  await database.query("alter table away rename to centre_user");
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(JSON.parse(text)).toMatchObject({
    error: { message: "INTERNAL", data: { code: "INTERNAL", retryable: true } },
  });
  expect(text).not.toMatch(LEAKS);
});

test("a change by a person cannot come from a form on another site", async () => {
  const response = await fetch(`${centre.url}/trpc/till.decide`, {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: "{}",
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
});

test("guessing passwords runs into a limit that says when to come back", async () => {
  const guess = () =>
    fetch(`${centre.url}/trpc/session.login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: "nobody", password: "x" }),
    });
  for (let tried = 0; tried < 35; tried += 1) {
    const response = await guess();
    if (response.status !== 429) continue;
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({
      error: { data: { code: "RATE_LIMITED", retryable: true } },
    });
    return;
  }
  expect.unreachable("never limited");
});
