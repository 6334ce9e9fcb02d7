import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { constants, openSync, readFileSync, readSync, closeSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/test-core.ts";
import type { DeliveryJob } from "./delivery.ts";
import { deviceWire } from "./deliver-device.ts";
import { wireTransport } from "./transports.ts";

const RECEIPT = Uint8Array.from({ length: 2_600 }, (_, i) => 0x20 + (i % 64));
/** Far more than a pipe holds. */
const LONG = new Uint8Array(1_000_000).fill(0x41);

let folder: ReturnType<typeof temporaryFolder>;
let device: string;
let reader: ChildProcess | null;
beforeEach(() => {
  folder = temporaryFolder();
  device = path.join(folder.path, "lp0");
  execFileSync("mkfifo", [device]);
  reader = null;
});
afterEach(() => {
  reader?.kill();
  folder.remove();
});

const job = (more: Partial<DeliveryJob> = {}): DeliveryJob => ({
  bytes: RECEIPT,
  deadlineMs: 5_000,
  status: "NONE",
  confirmId: null,
  ...more,
});
const printer = () => wireTransport(deviceWire(device));

describe("a printer behind a device file", () => {
  it("gets every byte, and the job is SENT", async () => {
    const paper = path.join(folder.path, "paper");
    reader = spawn("sh", ["-c", `echo; cat ${device} > ${paper}`]);
    if (reader.stdout !== null) await once(reader.stdout, "data");
    const held = openSync(device, constants.O_RDWR | constants.O_NONBLOCK);
    expect(await printer().deliver(job({ bytes: LONG, deadlineMs: 15_000 }))).toEqual({
      outcome: "SENT",
    });
    closeSync(held);
    await once(reader, "close");
    expect(readFileSync(paper)).toHaveLength(LONG.length);
  });

  it("that is not plugged in refuses: nothing was sent", async () => {
    const refused = { outcome: "FAILED", code: "PRINTER_REFUSED", bytesSent: false };
    expect(await printer().deliver(job())).toEqual(refused);
    const gone = wireTransport(deviceWire(path.join(folder.path, "lp9")));
    expect(await gone.deliver(job())).toEqual(refused);
  });

  it("that takes no more fails at the deadline, and never gets the rest", async () => {
    const held = openSync(device, constants.O_RDWR | constants.O_NONBLOCK);
    const delivery = await printer().deliver(job({ bytes: LONG, deadlineMs: 1_000 }));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_TIMEOUT", bytesSent: true });
    const first = drain(held);
    expect(first).toBeLessThan(LONG.length);
    await printer().deliver(job());
    expect(drain(held)).toBe(RECEIPT.length);
    closeSync(held);
  });

  it("is never an ordinary file: nothing is overwritten", async () => {
    const file = path.join(folder.path, "till.db");
    writeFileSync(file, "precious");
    const delivery = await wireTransport(deviceWire(file)).deliver(job());
    expect(delivery).toMatchObject({ outcome: "FAILED", bytesSent: false });
    expect(readFileSync(file, "utf8")).toBe("precious");
  });
});

/** Reads what the pipe holds now; gives how much it was. */
function drain(descriptor: number): number {
  const buffer = Buffer.alloc(65_536);
  let total = 0;
  for (;;) {
    try {
      total += readSync(descriptor, buffer);
    } catch {
      return total;
    }
  }
}
