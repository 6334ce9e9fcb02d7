import { afterEach, describe, expect, it } from "vitest";
import { converse } from "./converse.ts";
import type { Delivery, DeliveryJob } from "./delivery.ts";
import { tcpWire } from "./deliver-tcp.ts";
import {
  type NetworkPrinter,
  type PrinterBehaviour,
  startNetworkPrinter,
} from "./testing/network-printer.ts";

const ID = [0x41, 0x42, 0x43, 0x44];
const RECEIPT = Uint8Array.from({ length: 2_600 }, (_, i) => 0x20 + (i % 64));
const FAR_LONGER_THAN_ANY_BUFFER = new Uint8Array(24 * 1024 * 1024).fill(0x41);

const printers: NetworkPrinter[] = [];
async function printer(behaviour: PrinterBehaviour): Promise<NetworkPrinter> {
  const one = await startNetworkPrinter(behaviour);
  printers.push(one);
  return one;
}
afterEach(async () => {
  await Promise.all(printers.splice(0).map((one) => one.turnOff()));
});

type TcpJob = DeliveryJob & { readonly host: string; readonly port: number };
function deliverTcp({ host, port, ...rest }: TcpJob): Promise<Delivery> {
  return converse(tcpWire({ host, port }), rest);
}
function job(to: NetworkPrinter, more: Partial<TcpJob> = {}): TcpJob {
  return {
    host: "127.0.0.1",
    port: to.port,
    bytes: RECEIPT,
    deadlineMs: 5_000,
    status: "NONE",
    confirmId: null,
    ...more,
  };
}
const textOf = (bytes: Uint8Array | undefined): string =>
  Buffer.from(bytes ?? []).toString("latin1");
const RECEIPT_TEXT = textOf(RECEIPT);

describe("a receipt over the network", () => {
  it("is PRINTED when the printer says that everything before the question came out", async () => {
    const epson = await printer({ kind: "EPSON" });
    const delivery = await deliverTcp(job(epson, { status: "BEFORE", confirmId: ID }));
    expect(delivery).toEqual({ outcome: "PRINTED" });
    expect(textOf(epson.jobs()[0])).toContain(RECEIPT_TEXT);
  });

  it("section 9 row 8, the printer says connected and nothing comes out: a receipt is only SENT when the printer takes all of it and says nothing", async () => {
    const clone = await printer({ kind: "SILENT" });
    expect(await deliverTcp(job(clone))).toEqual({ outcome: "SENT" });
    expect(textOf(clone.jobs()[0])).toBe(RECEIPT_TEXT);
  });

  it("is SENT when a printer with status answers after the last byte, without hanging up first", async () => {
    const clone = await printer({ kind: "STATUS_ONLY" });
    expect(await deliverTcp(job(clone, { status: "BEFORE" }))).toEqual({ outcome: "SENT" });
    expect(textOf(clone.jobs()[0])).toBe(RECEIPT_TEXT);
  });

  it("arrives whole at a slow printer that sends status bytes in between", async () => {
    const slow = await printer({ kind: "SLOW", sipBytes: 600 });
    const bytes = RECEIPT_TEXT.repeat(24);
    const sent = job(slow, { bytes: Buffer.from(bytes, "latin1"), deadlineMs: 15_000 });
    expect(await deliverTcp(sent)).toEqual({ outcome: "SENT" });
    expect(textOf(slow.jobs()[0])).toBe(bytes);
  });

  it("does not take the confirmation of another job for its own", async () => {
    const epson = await printer({ kind: "EPSON" });
    const other = Uint8Array.from([...RECEIPT, 0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, 88, 88, 88, 88]);
    const delivery = await deliverTcp(job(epson, { bytes: other, confirmId: ID }));
    expect(delivery).toEqual({ outcome: "PRINTED" });
    expect(textOf(epson.jobs()[0]).endsWith("00ABCD")).toBe(true);
  });
});

describe("a printer that cannot print", () => {
  it("that is off refuses: nothing was sent", async () => {
    const off = await printer({ kind: "SILENT" });
    await off.turnOff();
    const delivery = await deliverTcp(job(off));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_REFUSED", bytesSent: false });
  });

  it("without paper is told before anything is sent", async () => {
    const epson = await printer({ kind: "EPSON" });
    epson.setPaper(false);
    const delivery = await deliverTcp(job(epson, { status: "BEFORE", confirmId: ID }));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_PAPER_OUT", bytesSent: false });
    expect(epson.jobs()[0]).toHaveLength(0);
  });

  it("with an open cover is told before anything is sent", async () => {
    const epson = await printer({ kind: "EPSON" });
    epson.setCover(true);
    const delivery = await deliverTcp(job(epson, { status: "BEFORE", confirmId: ID }));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_COVER_OPEN", bytesSent: false });
  });

  it("that hangs before its status answer got nothing", async () => {
    const hung = await printer({ kind: "HANGS" });
    const delivery = await deliverTcp(job(hung, { status: "BEFORE", deadlineMs: 100 }));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_TIMEOUT", bytesSent: false });
  });

  it("that accepts and never reads fails at the deadline, perhaps printed", async () => {
    const hung = await printer({ kind: "HANGS" });
    const delivery = await deliverTcp(job(hung, { deadlineMs: 100 }));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_TIMEOUT", bytesSent: true });
  });

  it("that resets in the middle fails, perhaps printed", async () => {
    const rough = await printer({ kind: "RESETS", afterBytes: 1_000 });
    const delivery = await deliverTcp(job(rough, { bytes: FAR_LONGER_THAN_ANY_BUFFER }));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_RESET", bytesSent: true });
  });

  it("that runs out of paper under way is named when the deadline comes", async () => {
    const epson = await printer({ kind: "EPSON" });
    epson.setPaper(false);
    const delivery = await deliverTcp(
      job(epson, { status: "AFTER", confirmId: ID, deadlineMs: 400 }),
    );
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_PAPER_OUT", bytesSent: true });
  });
});

describe("a job given up", () => {
  it("stays failed when the confirmation comes after the deadline", async () => {
    const late = await printer({ kind: "EPSON_LATE", delayMs: 200 });
    const delivery = await deliverTcp(job(late, { confirmId: ID, deadlineMs: 60 }));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_TIMEOUT", bytesSent: true });
    await late.ended(1);
    expect(late.jobs()).toHaveLength(1);
  });

  it("sends nothing more of what the system still held: no ghost receipt", async () => {
    const hung = await printer({ kind: "HANGS" });
    const delivery = await deliverTcp(
      job(hung, { bytes: FAR_LONGER_THAN_ANY_BUFFER, deadlineMs: 100 }),
    );
    expect(delivery).toMatchObject({ outcome: "FAILED", bytesSent: true });
    hung.wakeUp();
    await hung.ended(1);
    expect(hung.jobs()[0]?.length ?? 0).toBeLessThan(FAR_LONGER_THAN_ANY_BUFFER.length / 2);
  });

  it("ends at once when the till closes", async () => {
    const hung = await printer({ kind: "HANGS" });
    const closing = new AbortController();
    const delivery = deliverTcp(job(hung, { deadlineMs: 60_000, signal: closing.signal }));
    closing.abort();
    expect(await delivery).toMatchObject({ outcome: "FAILED", code: "PRINTER_UNSURE" });
  });
});
