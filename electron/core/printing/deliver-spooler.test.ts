import { describe, expect, it } from "vitest";
import type { DeliveryJob } from "./delivery.ts";
import { spoolerTransport } from "./deliver-spooler.ts";
import { type NativeLibrary, type Winspool, winspoolOf } from "./winspool.ts";

/*
 * A stand-in for winspool.drv, called as koffi would call the real one. It shows that our calls are
 * in order and complete; that Windows answers like it, only Windows can show.
 */

const RECEIPT = Uint8Array.from({ length: 300 }, (_, i) => i % 256);
const STATUS_AT = 56;
const PRINTING = 0x10;
const PAPER_OUT = 0x40;
const HANDLE = { handle: 1 };

class StandInSpooler {
  readonly calls: string[] = [];
  readonly documents: unknown[] = [];
  readonly bytes: number[] = [];
  /** status of our job at each look; null: it left the queue */
  looks: (number | null)[] = [null];
  deleted = false;
  hangs: string | null = null;

  readonly library: NativeLibrary = {
    func: (declaration) => {
      const name = /(\w+)\(/.exec(declaration)?.[1] ?? "?";
      return {
        async: (...args) => {
          const done = args.at(-1) as (error: Error | null, result: unknown) => void;
          this.calls.push(name);
          if (this.hangs === name) return;
          queueMicrotask(() => done(null, this.#answer(name, args)));
        },
      };
    },
  };

  #answer(name: string, args: readonly unknown[]): unknown {
    switch (name) {
      case "OpenPrinterW":
        if (args[0] !== "POS-80") return false;
        (args[1] as unknown[])[0] = HANDLE;
        return true;
      case "StartDocPrinterW":
        this.documents.push(args[2]);
        return 7;
      case "WritePrinter":
        this.bytes.push(...(args[1] as Uint8Array));
        (args[3] as number[])[0] = args[2] as number;
        return true;
      case "GetJobW": {
        const status = this.deleted ? null : (this.looks[0] ?? null);
        if (this.looks.length > 1) this.looks.shift();
        if (status !== null) (args[3] as Buffer).writeUInt32LE(status, STATUS_AT);
        return status !== null;
      }
      case "SetJobW":
        this.deleted = args[4] === 5;
        return true;
      default:
        return true;
    }
  }
}

const job = (more: Partial<DeliveryJob> = {}): DeliveryJob => ({
  bytes: RECEIPT,
  deadlineMs: 3_000,
  status: "NONE",
  confirmId: null,
  ...more,
});
const given = (spooler: StandInSpooler) => (): Promise<Winspool> =>
  Promise.resolve(winspoolOf(spooler.library, 8));
const queue = (spooler: StandInSpooler, name = "POS-80") => spoolerTransport(name, given(spooler));

describe("a queue of the Windows spooler", () => {
  it("gets the receipt as one raw document, SENT once it has left the queue", async () => {
    const spooler = new StandInSpooler();
    spooler.looks = [PRINTING, null];
    expect(await queue(spooler).deliver(job())).toEqual({ outcome: "SENT" });
    expect(spooler.bytes).toEqual([...RECEIPT]);
    expect(spooler.documents).toEqual([
      { pDocName: "Bela Beli", pOutputFile: null, pDatatype: "RAW" },
    ]);
    expect(spooler.calls).toEqual([
      "OpenPrinterW",
      "StartDocPrinterW",
      "StartPagePrinter",
      "WritePrinter",
      "EndPagePrinter",
      "EndDocPrinter",
      "GetJobW",
      "GetJobW",
      "ClosePrinter",
    ]);
  });

  it("that does not exist refuses: nothing was sent", async () => {
    const spooler = new StandInSpooler();
    const refused = { outcome: "FAILED", code: "PRINTER_REFUSED", bytesSent: false };
    expect(await queue(spooler, "GONE").deliver(job())).toEqual(refused);
    expect(await queue(spooler, "GONE").ask(100)).toBe("PRINTER_REFUSED");
    expect(await queue(spooler).probe(100)).toMatchObject({ reached: true, confirms: false });
  });

  it("that is stuck at the deadline says why, and our job is taken out: it never prints later", async () => {
    const spooler = new StandInSpooler();
    spooler.looks = [PAPER_OUT];
    const delivery = await queue(spooler).deliver(job({ deadlineMs: 60 }));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_PAPER_OUT", bytesSent: true });
    await expect.poll(() => spooler.deleted && spooler.calls.at(-1) === "ClosePrinter").toBe(true);
  });

  it("that hangs while it opens settles at the deadline, with nothing sent", async () => {
    const spooler = new StandInSpooler();
    spooler.hangs = "OpenPrinterW";
    const delivery = await queue(spooler).deliver(job({ deadlineMs: 60 }));
    expect(delivery).toEqual({ outcome: "FAILED", code: "PRINTER_TIMEOUT", bytesSent: false });
    expect(spooler.bytes).toEqual([]);
  });

  it("ends at once when the till closes", async () => {
    const spooler = new StandInSpooler();
    spooler.looks = [PRINTING];
    const closing = new AbortController();
    const sent = job({ deadlineMs: 60_000, signal: closing.signal });
    const delivery = queue(spooler).deliver(sent);
    await expect.poll(() => spooler.calls.includes("GetJobW")).toBe(true);
    closing.abort();
    expect(await delivery).toMatchObject({ outcome: "FAILED", code: "PRINTER_UNSURE" });
    await expect.poll(() => spooler.deleted).toBe(true);
  });

  it("on a computer without Windows says so", async () => {
    const elsewhere = spoolerTransport("POS-80", () =>
      Promise.reject(new TypeError("not Windows")),
    );
    const told = { outcome: "FAILED", code: "PRINTER_TRANSPORT_MISSING", bytesSent: false };
    expect(await elsewhere.deliver(job())).toEqual(told);
    expect(await elsewhere.ask(100)).toBe("PRINTER_TRANSPORT_MISSING");
  });
});
