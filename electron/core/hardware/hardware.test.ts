import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type NetworkPrinter, startNetworkPrinter } from "../printing/testing/network-printer.ts";
import { type PreparedTill, prepareTill } from "../testing/prepare-till.ts";
import { networkPrinterAt, savePrinter } from "../testing/sample-printer.ts";
import { openShop, startCore, type TestCore, temporaryFolder } from "../testing/test-core.ts";
import { checkCentre } from "./check-centre.ts";

let folder: ReturnType<typeof temporaryFolder>;
let till: PreparedTill;
let core: TestCore;
let printer: NetworkPrinter;
beforeEach(async () => {
  folder = temporaryFolder();
  till = await prepareTill(folder.path);
  printer = await startNetworkPrinter({ kind: "SILENT" });
  core = await startCore(folder.path);
});
afterEach(async () => {
  await core.close();
  await printer.turnOff();
  folder.remove();
});

describe("the hardware check", () => {
  it("measures the disk, the clock and the centre", async () => {
    await openShop(core, till);
    const { disk, clock, centre } = await core.cashier.hardware.check.query();
    expect(disk.freeBytes).toBeGreaterThan(1_000_000);
    expect(disk.syncMs).toBeGreaterThanOrEqual(0);
    expect(clock).toEqual({ state: "WALL", offsetMs: 0 });
    expect(centre).toEqual({ roundTripMs: null, errorCode: "CENTRE_UNREACHABLE" });
  });

  it("saves a report that names the till and its devices, and nobody", async () => {
    await openShop(core, till);
    await savePrinter(
      core,
      till,
      networkPrinterAt(printer.port, { name: "Meja Bu Siti", status: false, confirms: false }),
    );
    const findings = [
      {
        device: "SCANNER" as const,
        verdict: "GOOD" as const,
        facts: { meanGapMs: 16, suffix: "Enter" },
      },
    ];
    const saved = await core.cashier.hardware.saveReport.mutate({ findings });
    expect(path.dirname(saved.path)).toBe(path.join(folder.path, "reports"));
    expect(statSync(saved.path).mode & 0o077).toBe(0);
    const text = readFileSync(saved.path, "utf8");
    expect(JSON.parse(text)).toMatchObject({
      report: "bela-beli-hardware/1",
      till: "KB-01",
      printers: [{ transport: "TCP", columns: 48, main: true }],
      findings,
    });
    for (const secret of ["Siti", "127.0.0.1", till.cashiers[0]?.name ?? "?"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("refuses a report with anything but measured facts in it", async () => {
    await openShop(core, till);
    const finding = { device: "SCANNER" as const, verdict: "GOOD" as const };
    for (const facts of [{ scanned: "x".repeat(121) }, { "Nama orang": "Budi" }]) {
      await expect(
        core.cashier.hardware.saveReport.mutate({ findings: [{ ...finding, facts }] }),
      ).rejects.toThrow("BAD_INPUT");
    }
  });

  it("asks nothing of a till nobody is logged in at", async () => {
    await expect(core.cashier.hardware.check.query()).rejects.toThrow("NOT_LOGGED_IN");
    await expect(core.cashier.hardware.saveReport.mutate({ findings: [] })).rejects.toThrow(
      "NOT_LOGGED_IN",
    );
  });
});

describe("the centre", () => {
  it("is reached when it answers, and told apart from another server at its address", async () => {
    let status = 200;
    const server = createServer((request, response) => {
      response.statusCode = request.url === "/pusat/health" ? status : 404;
      response.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pusat`;
    const now = () => performance.now();
    const found = await checkCentre(url, now);
    expect(found).toEqual({ roundTripMs: expect.any(Number), errorCode: null });
    status = 503;
    expect(await checkCentre(url, now)).toEqual({ roundTripMs: null, errorCode: "CENTRE_ERROR" });
    await new Promise((resolve) => server.close(resolve));
    expect(await checkCentre(url, now)).toMatchObject({ errorCode: "CENTRE_UNREACHABLE" });
  });
});
