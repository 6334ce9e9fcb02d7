import { describe, expect, it } from "vitest";
import type { DeliveryJob } from "./delivery.ts";
import { type SerialPortLike, serialWire } from "./deliver-serial.ts";
import { wireTransport } from "./transports.ts";

const ID = [0x41, 0x42, 0x43, 0x44];
const RECEIPT = Uint8Array.from({ length: 2_600 }, (_, i) => 0x20 + (i % 64));
const AT = { path: "COM3", baud: 19_200 };
const job = (more: Partial<DeliveryJob> = {}): DeliveryJob => ({
  bytes: RECEIPT,
  deadlineMs: 3_000,
  status: "NONE",
  confirmId: null,
  ...more,
});

type Manners = { readonly refuses?: boolean; readonly answers?: boolean; readonly stuck?: boolean };

/** A printer at the other end of a serial port that is opened, drained and flushed as a real one. */
class PortWithPrinter implements SerialPortLike {
  readonly #manners: Manners;
  readonly #listeners = new Map<string, ((chunk: Uint8Array) => void)[]>();
  /** written, but still in this computer */
  #held: number[] = [];
  readonly printed: number[] = [];
  closed = false;

  constructor(manners: Manners) {
    this.#manners = manners;
  }

  readonly open = (done: (error: Error | null) => void): void => {
    queueMicrotask(() => done(this.#manners.refuses === true ? new Error("no port") : null));
  };
  readonly write = (bytes: Uint8Array): void => void this.#held.push(...bytes);
  readonly drain = (done: (error: Error | null) => void): void => {
    if (this.#manners.stuck === true) return;
    queueMicrotask(() => {
      this.#arrive(this.#held.splice(0));
      done(null);
    });
  };
  readonly flush = (done: (error: Error | null) => void): void => {
    this.#held = [];
    done(null);
  };
  readonly close = (done: (error: Error | null) => void): void => {
    this.closed = true;
    done(null);
  };
  readonly on = (event: string, listener: (chunk: Uint8Array) => void): void => {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  };

  /** The cable is pulled. */
  unplug(): void {
    for (const listener of this.#listeners.get("close") ?? []) listener(new Uint8Array());
  }

  /** The printer takes again what it had refused. */
  free(): void {
    this.#arrive(this.#held.splice(0));
  }

  #arrive(bytes: readonly number[]): void {
    this.printed.push(...bytes);
    if (this.#manners.answers !== true) return;
    const say = (answer: readonly number[]): void => {
      for (const listener of this.#listeners.get("data") ?? []) listener(Uint8Array.from(answer));
    };
    for (const [i, byte] of bytes.entries()) {
      if (byte === 0x10 && bytes[i + 1] === 0x04) say([0x12]);
    }
    const asked = bytes.length > 10 && bytes.at(-11) === 0x1d && bytes.at(-9) === 0x48;
    if (asked) say([0x37, 0x22, ...bytes.slice(-4), 0x00]);
  }
}

function printer(manners: Manners = {}) {
  const port = new PortWithPrinter(manners);
  return { port, transport: wireTransport(serialWire(AT, () => Promise.resolve(port))) };
}

describe("a printer on a serial port", () => {
  it("is SENT the receipt once every byte has left the computer, and the port is let go", async () => {
    const { port, transport } = printer();
    expect(await transport.deliver(job())).toEqual({ outcome: "SENT" });
    expect(port.printed).toEqual([...RECEIPT]);
    expect(port.closed).toBe(true);
  });

  it("that answers says that it PRINTED, and is found to answer at set-up", async () => {
    const { transport } = printer({ answers: true });
    const answered = job({ status: "BEFORE", confirmId: ID });
    expect(await transport.deliver(answered)).toEqual({ outcome: "PRINTED" });
    expect(await printer({ answers: true }).transport.probe(1_000)).toEqual({
      reached: true,
      status: true,
      confirms: true,
      problem: null,
    });
    expect(await printer({ answers: true }).transport.ask(1_000)).toBeNull();
  });

  it("that says nothing is found out at set-up", async () => {
    expect(await printer().transport.probe(30)).toMatchObject({ status: false, confirms: false });
  });

  it("that is another program's refuses: nothing was sent", async () => {
    const { transport } = printer({ refuses: true });
    const refused = { outcome: "FAILED", code: "PRINTER_REFUSED", bytesSent: false };
    expect(await transport.deliver(job())).toEqual(refused);
  });

  it("that takes nothing fails at the deadline, and what the computer held is thrown away", async () => {
    const { port, transport } = printer({ stuck: true });
    const delivery = await transport.deliver(job({ deadlineMs: 50 }));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_TIMEOUT", bytesSent: true });
    port.free();
    expect(port.printed).toEqual([]);
  });

  it("that is unplugged in the middle fails, perhaps printed", async () => {
    const { port, transport } = printer({ stuck: true });
    const delivery = transport.deliver(job());
    await new Promise((resolve) => setImmediate(resolve));
    port.unplug();
    expect(await delivery).toEqual({
      outcome: "FAILED",
      code: "PRINTER_RESET",
      bytesSent: true,
    });
  });

  it("on a till without the package says so", async () => {
    const missing = wireTransport(serialWire(AT, () => Promise.reject(new Error("no package"))));
    const told = { outcome: "FAILED", code: "PRINTER_TRANSPORT_MISSING", bytesSent: false };
    expect(await missing.deliver(job())).toEqual(told);
    expect(await missing.probe(100)).toEqual({ reached: false, code: "PRINTER_TRANSPORT_MISSING" });
  });
});
