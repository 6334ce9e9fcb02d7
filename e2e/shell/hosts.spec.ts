import { expect } from "@playwright/test";
import { PROTOCOL } from "../../shared/contract/sync.ts";
import { launchTill } from "../support/till-app.ts";
import { callOverNewPort } from "./port-probe.ts";
import { coreProcessId } from "./processes.ts";
import { test } from "./till-folder.ts";

const HEALTH = { type: "query", path: "health.get" } as const;

test("the core runs in a utilityProcess behind the windows' ports", async ({ emptyFolder }) => {
  const till = await launchTill({ dataDir: emptyFolder, switches: ["--core=health"] });
  const kinds = await till.app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, name }) => `${type} ${name ?? ""}`),
  );
  expect(kinds).toContain("Utility Bela Beli core");
  const answer = await callOverNewPort(till.cashier, HEALTH);
  expect(answer).toMatchObject({ type: "data", data: { protocol: PROTOCOL } });
  await till.close();
});

test("the core in a utilityProcess is started again when it dies", async ({ emptyFolder }) => {
  const till = await launchTill({ dataDir: emptyFolder, switches: ["--core=health"] });
  const before = await coreProcessId(till.app);
  await callOverNewPort(till.cashier, HEALTH);
  const told = till.cashier.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const heard: string[] = [];
        window.addEventListener("message", ({ data }) => {
          if (data?.type === "bela-beli:core-gone") heard.push("gone");
          if (data?.type === "bela-beli:port") heard.push("port");
          if (heard.includes("gone") && heard.at(-1) === "port") resolve(heard);
        });
      }),
  );
  process.kill(before, "SIGKILL");
  expect(await told).toEqual(["gone", "port"]);
  expect(await coreProcessId(till.app)).not.toBe(before);
  expect(await callOverNewPort(till.cashier, HEALTH)).toMatchObject({ type: "data" });
  await till.close();
});

test("an engine with an older Node runs the core in the project's own", async ({ shop }) => {
  const till = await launchTill({ dataDir: shop.dataDir });
  const nodeApi = await till.app.evaluate(() => Number(process.versions["napi"]));
  const answer = await callOverNewPort(till.cashier, HEALTH);
  expect(answer.data).toMatchObject({ sqlite: expect.stringMatching(/^3\.\d+/) });
  if (nodeApi < 10) expect(answer.data).toMatchObject({ node: process.versions.node });
  await till.close();
});

test("a port serves its window's role and nothing else", async ({ shop }) => {
  const till = await launchTill({ dataDir: shop.dataDir });
  for (const path of ["sale.pay", "session.login", "printer.save", "health.get", "scan.text"]) {
    const answer = await callOverNewPort(till.display, { type: "mutation", path });
    expect(answer.error?.code, path).toBe("NOT_FOUND");
  }
  const watch = await callOverNewPort(till.display, { type: "subscription", path: "state.watch" });
  expect(watch.type).toBe("started");
  await till.close();
});
