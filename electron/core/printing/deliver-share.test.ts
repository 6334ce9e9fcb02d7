import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/test-core.ts";
import type { DeliveryJob } from "./delivery.ts";
import { shareTransport } from "./deliver-share.ts";
import { transportOf } from "./transports.ts";

let folder: ReturnType<typeof temporaryFolder>;
let share: string;
beforeEach(() => {
  folder = temporaryFolder();
  share = path.join(folder.path, "STRUK");
});
afterEach(() => folder.remove());

const RECEIPT = Buffer.from("RECEIPT".repeat(100));
const job = (more: Partial<DeliveryJob> = {}): DeliveryJob => ({
  bytes: RECEIPT,
  deadlineMs: 5_000,
  status: "NONE",
  confirmId: null,
  ...more,
});
/** Opens a pipe from both sides, so that nobody waits, and reads what came. */
function readPipe(): string {
  const end = openSync(share, constants.O_RDWR | constants.O_NONBLOCK);
  const buffer = Buffer.alloc(65_536);
  try {
    return buffer.subarray(0, readSync(end, buffer)).toString();
  } catch {
    return "";
  } finally {
    closeSync(end);
  }
}

describe("a shared Windows printer", () => {
  it("gets the receipt in one plain write, and the job is SENT", async () => {
    writeFileSync(share, "");
    expect(await shareTransport(share).deliver(job())).toEqual({ outcome: "SENT" });
    expect(readFileSync(share)).toEqual(RECEIPT);
  });

  it("that is not there refuses: nothing was sent", async () => {
    const nowhere = shareTransport(path.join(folder.path, "no", "STRUK"));
    const refused = { outcome: "FAILED", code: "PRINTER_REFUSED", bytesSent: false };
    expect(await nowhere.deliver(job())).toEqual(refused);
  });

  it("that opens after the deadline gets nothing any more, and the next job does not pile up", async () => {
    execFileSync("mkfifo", [share]);
    const late = { outcome: "FAILED", code: "PRINTER_TIMEOUT", bytesSent: false };
    expect(await shareTransport(share).deliver(job({ deadlineMs: 60 }))).toEqual(late);
    expect(await shareTransport(share).deliver(job())).toEqual(late);
    const reading = openSync(share, constants.O_RDONLY | constants.O_NONBLOCK);
    await expect.poll(() => shareTransport(share).deliver(job())).toEqual({ outcome: "SENT" });
    const buffer = Buffer.alloc(65_536);
    expect(buffer.subarray(0, readSync(reading, buffer))).toEqual(RECEIPT);
    closeSync(reading);
    expect(readPipe()).toBe("");
  });

  it("ends at once when the till closes", async () => {
    execFileSync("mkfifo", [share]);
    const closing = new AbortController();
    const delivery = shareTransport(share).deliver(
      job({ deadlineMs: 60_000, signal: closing.signal }),
    );
    closing.abort();
    expect(await delivery).toMatchObject({ outcome: "FAILED", code: "PRINTER_UNSURE" });
    closeSync(openSync(share, constants.O_RDONLY | constants.O_NONBLOCK));
  });

  it("is there on Windows only: elsewhere its path would be an ordinary file's", async () => {
    const transport = transportOf({ kind: "SHARE", path: "//localhost/STRUK" }, "linux");
    expect(await transport.deliver(job())).toMatchObject({ code: "PRINTER_TRANSPORT_MISSING" });
    expect(await transport.probe(100)).toEqual({
      reached: false,
      code: "PRINTER_TRANSPORT_MISSING",
    });
    expect(await transport.ask(100)).toBe("PRINTER_TRANSPORT_MISSING");
  });
});
