import { afterEach, describe, expect, it } from "vitest";
import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";
import type { Printer } from "../../../shared/contract/printers.ts";
import type { PrintOutcome } from "../../../shared/contract/till-state.ts";
import type { ReceiptModel } from "../../../shared/domain/receipt.ts";
import { FIRST_PRINTER, networkPrinterAt } from "../testing/sample-printer.ts";
import { createPrintQueue } from "./create-print-queue.ts";
import { layoutReceipt } from "./layout-receipt.ts";
import type { PrintJobs, PrintQueue } from "./print-queue.ts";
import { decodePaper } from "./testing/decode-paper.ts";
import { transportOf } from "./transports.ts";
import {
  type NetworkPrinter,
  type PrinterBehaviour,
  startNetworkPrinter,
} from "./testing/network-printer.ts";
import { asnReceipt, publicReceipt } from "./testing/sample-receipts.ts";

type Row = {
  model: ReceiptModel;
  outcome: PrintOutcome;
  errorCode: ErrorCode | null;
  printerId?: string;
};

/** A printer, a table of jobs and a queue between them; back-off runs only when told to. */
class Bench {
  readonly rows = new Map<string, Row>();
  readonly #changed = new Set<() => void>();
  readonly rests: { delayMs: number; task: () => void }[] = [];
  printers: Printer[];
  lookEveryMs: number | null = null;
  /** the file takes no end of a job, as on a full disk */
  full = false;
  queue: PrintQueue;

  constructor(port: number, more: Partial<Printer> = {}) {
    this.printers = [networkPrinterAt(port, { deadlineMs: 2_000, ...more })];
    this.queue = this.restart();
  }

  restart(): PrintQueue {
    this.queue = createPrintQueue({
      jobs: this.#jobs(),
      printers: () => this.printers,
      transportOf: (at) => transportOf(at, process.platform),
      lookEveryMs: this.lookEveryMs,
      schedule: (delayMs, task) => {
        const rest = { delayMs, task };
        this.rests.push(rest);
        return () => {
          const at = this.rests.indexOf(rest);
          if (at >= 0) this.rests.splice(at, 1);
        };
      },
      log: () => undefined,
      onChange: () => {
        for (const check of this.#changed) check();
      },
    });
    return this.queue;
  }

  add(jobId: string, model: ReceiptModel, outcome: PrintOutcome = "WAITING"): void {
    this.rows.set(jobId, { model, outcome, errorCode: null });
  }

  of(jobId: string): { outcome: PrintOutcome; errorCode: ErrorCode | null } {
    const row = this.rows.get(jobId);
    if (row === undefined) throw new Error(`no job ${jobId}`);
    return { outcome: row.outcome, errorCode: row.errorCode };
  }

  /** Resolves as soon as the condition holds, looking after each change. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!holds()) return;
        this.#changed.delete(check);
        resolve();
      };
      this.#changed.add(check);
      check();
    });
  }

  #jobs(): PrintJobs {
    const list = (): [string, Row][] => [...this.rows];
    return {
      nextWaiting: ({ printerId, main }) => {
        const next = list().find(
          ([, row]) =>
            row.outcome === "WAITING" && (row.printerId ?? (main ? printerId : null)) === printerId,
        );
        return next === undefined
          ? null
          : { jobId: next[0], lines: (columns) => layoutReceipt(next[1].model, columns) };
      },
      setOutcome: (jobId, outcome, errorCode) => {
        if (this.full && outcome !== "PRINTING") throw new AppError("DB_DISK_FULL");
        const row = this.rows.get(jobId);
        if (row !== undefined) this.rows.set(jobId, { ...row, outcome, errorCode });
      },
      failInterrupted: (errorCode) => {
        const open = list().filter(([, row]) => row.outcome === "PRINTING");
        for (const [jobId, row] of open) {
          this.rows.set(jobId, { ...row, outcome: "FAILED", errorCode });
        }
        return open.length;
      },
      count: () => ({
        waiting: list().filter(([, row]) => row.outcome === "WAITING").length,
        failed: list().filter(([, row]) => row.outcome === "FAILED").length,
      }),
    };
  }
}

const open: { printers: NetworkPrinter[]; benches: Bench[] } = { printers: [], benches: [] };
async function bench(
  behaviour: PrinterBehaviour,
  more: Partial<Printer> = {},
): Promise<{ printer: NetworkPrinter; bench: Bench }> {
  const printer = await startNetworkPrinter(behaviour);
  const one = new Bench(printer.port, more);
  open.printers.push(printer);
  open.benches.push(one);
  return { printer, bench: one };
}
afterEach(async () => {
  await Promise.all(open.benches.splice(0).map((one) => one.queue.close()));
  await Promise.all(open.printers.splice(0).map((one) => one.turnOff()));
});

/** What each connection printed, the empty ones (status asked, nothing sent) left out. */
function papers(printer: NetworkPrinter): string[] {
  return printer
    .jobs()
    .filter((bytes) => bytes.length > 0)
    .map((bytes) =>
      decodePaper(bytes)
        .map((item) =>
          item.kind === "LINE" ? item.runs.map((run) => run.text).join("") : item.kind,
        )
        .join("\n"),
    );
}

describe("the print queue", () => {
  it("opens the drawer first, then prints the receipt, and knows that it came out", async () => {
    const { printer, bench: till } = await bench({ kind: "EPSON" });
    till.add("job-0001", asnReceipt);
    till.queue.kickDrawer();
    till.queue.wake();
    await till.until(() => till.of("job-0001").outcome === "PRINTED");
    const [first, second, ...more] = papers(printer);
    expect(first).toBe("DRAWER");
    expect(second).toContain("Bambang Hermanto");
    expect(second?.endsWith("CUT\nCONFIRM")).toBe(true);
    expect(more).toEqual([]);
  });

  it("prints one job at a time, oldest first", async () => {
    const { printer, bench: till } = await bench(
      { kind: "SILENT" },
      { confirms: false, status: false },
    );
    till.add("job-0001", asnReceipt);
    till.add("job-0002", publicReceipt);
    till.queue.wake();
    await till.until(() => till.of("job-0002").outcome === "SENT");
    expect(till.of("job-0001").outcome).toBe("SENT");
    expect(papers(printer).map((paper) => paper.includes("PEMBELI ASN"))).toEqual([true, false]);
  });

  it("keeps a receipt while the printer is off, tries less and less often, and prints once it is back", async () => {
    const { printer, bench: till } = await bench({ kind: "EPSON" });
    await printer.turnOff();
    till.add("job-0001", publicReceipt);
    till.queue.wake();
    await till.until(() => till.rests.length === 1 && till.of("job-0001").outcome === "WAITING");
    expect(till.of("job-0001")).toEqual({ outcome: "WAITING", errorCode: "PRINTER_REFUSED" });
    expect(till.queue.view()).toMatchObject({ state: "UNREACHABLE", waiting: 1, failed: 0 });
    const delays: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const rest = till.rests.shift();
      delays.push(rest?.delayMs ?? 0);
      rest?.task();
      await till.until(() => till.rests.length === 1);
    }
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    await printer.turnOn();
    till.rests.shift()?.task();
    await till.until(() => till.of("job-0001").outcome === "PRINTED");
    expect(papers(printer)).toHaveLength(1);
    expect(till.queue.view()).toMatchObject({ waiting: 0, failed: 0 });
  });

  it("keeps a receipt while there is no paper: nothing was sent", async () => {
    const { printer, bench: till } = await bench({ kind: "EPSON" });
    printer.setPaper(false);
    till.add("job-0001", publicReceipt);
    till.queue.wake();
    await till.until(() => till.rests.length === 1);
    expect(till.of("job-0001")).toEqual({ outcome: "WAITING", errorCode: "PRINTER_PAPER_OUT" });
    expect(till.queue.view().state).toBe("PAPER_OUT");
    printer.setPaper(true);
    till.queue.wake();
    await till.until(() => till.of("job-0001").outcome === "PRINTED");
    expect(papers(printer)).toHaveLength(1);
  });

  it("never sends again what may have printed, and goes on with the next job", async () => {
    const { printer, bench: till } = await bench(
      { kind: "HANGS" },
      { confirms: false, status: false, deadlineMs: 500 },
    );
    till.add("job-0001", asnReceipt);
    till.queue.wake();
    await till.until(() => till.of("job-0001").outcome === "FAILED");
    expect(till.of("job-0001").errorCode).toBe("PRINTER_TIMEOUT");
    expect(till.rests).toEqual([]);
    printer.behave({ kind: "SILENT" });
    till.add("job-0002", publicReceipt);
    till.queue.wake();
    await till.until(() => till.of("job-0002").outcome === "SENT");
    expect(papers(printer).filter((paper) => paper.includes("PEMBELI ASN"))).toEqual([]);
    expect(till.of("job-0001").outcome).toBe("FAILED");
  });

  it("does not print a second time when the confirmation comes after the deadline", async () => {
    const late: PrinterBehaviour = { kind: "EPSON_LATE", delayMs: 700 };
    const { printer, bench: till } = await bench(late, { status: false, deadlineMs: 500 });
    till.add("job-0001", asnReceipt);
    till.queue.wake();
    await till.until(() => till.of("job-0001").outcome === "FAILED");
    await printer.ended(1);
    till.queue.wake();
    till.add("job-0002", publicReceipt);
    printer.behave({ kind: "EPSON" });
    till.queue.wake();
    await till.until(() => till.of("job-0002").outcome === "PRINTED");
    expect(papers(printer).filter((paper) => paper.includes("PEMBELI ASN"))).toHaveLength(1);
  });

  it("calls a job that a crash left in the middle unsure, and does not print it by itself", async () => {
    const { printer, bench: till } = await bench({ kind: "EPSON" });
    till.add("job-0001", asnReceipt, "PRINTING");
    till.add("job-0002", publicReceipt);
    till.restart();
    await till.until(() => till.of("job-0002").outcome === "PRINTED");
    expect(till.of("job-0001")).toEqual({ outcome: "FAILED", errorCode: "PRINTER_UNSURE" });
    expect(papers(printer)).toHaveLength(1);
  });

  it("keeps how a job ended once the file takes it again, and prints nothing twice", async () => {
    const { printer, bench: till } = await bench({ kind: "EPSON" });
    till.add("job-0001", asnReceipt);
    till.full = true;
    till.queue.wake();
    await till.until(() => till.rests.length === 1);
    expect(till.of("job-0001").outcome).toBe("PRINTING");
    till.full = false;
    till.rests[0]?.task();
    await till.until(() => till.of("job-0001").outcome === "PRINTED");
    expect(papers(printer)).toHaveLength(1);
  });

  it("drops a drawer kick that found no printer: it must not open an hour later", async () => {
    const { printer, bench: till } = await bench({ kind: "EPSON" });
    await printer.turnOff();
    till.add("job-0001", publicReceipt);
    till.queue.kickDrawer();
    till.queue.wake();
    await till.until(() => till.rests.length === 1);
    await printer.turnOn();
    till.queue.wake();
    await till.until(() => till.of("job-0001").outcome === "PRINTED");
    expect(papers(printer).filter((paper) => paper.includes("DRAWER"))).toEqual([]);
  });

  it("fails a receipt that cannot be laid out and prints the one behind it", async () => {
    const { bench: till } = await bench({ kind: "EPSON" });
    till.add("job-0001", { ...publicReceipt, qrUrl: "x".repeat(5_000) });
    till.add("job-0002", publicReceipt);
    till.queue.wake();
    await till.until(() => till.of("job-0002").outcome === "PRINTED");
    expect(till.of("job-0001")).toEqual({ outcome: "FAILED", errorCode: "INTERNAL" });
  });

  it("answers the test page with what became of it and what the printer can say", async () => {
    const { printer, bench: till } = await bench(
      { kind: "EPSON" },
      { status: false, confirms: false },
    );
    expect(await till.queue.test(FIRST_PRINTER)).toEqual({
      outcome: "PRINTED",
      errorCode: null,
      learned: { status: true, confirms: true },
    });
    expect(papers(printer).at(-1)).toContain("HALAMAN UJI PRINTER");
    printer.setPaper(false);
    const empty = { outcome: "FAILED", errorCode: "PRINTER_PAPER_OUT", learned: null };
    expect(await till.queue.test(FIRST_PRINTER)).toEqual(empty);
    expect(till.queue.view().state).toBe("PAPER_OUT");
    await printer.turnOff();
    const off = { outcome: "FAILED", errorCode: "PRINTER_REFUSED", learned: null };
    expect(await till.queue.test(FIRST_PRINTER)).toEqual(off);
    till.printers = [];
    till.queue.wake();
    expect(() => till.queue.test(FIRST_PRINTER)).toThrow("PRINTER_UNKNOWN");
    expect(till.queue.view().state).toBe("NOT_SET");
  });

  it.each([
    { kind: "STATUS_ONLY" as const, learned: { status: true, confirms: false } },
    { kind: "SILENT" as const, learned: { status: false, confirms: false } },
  ])("learns that a $kind printer cannot confirm", async ({ kind, learned }) => {
    const { bench: till } = await bench({ kind }, { status: true, confirms: true });
    expect(await till.queue.test(FIRST_PRINTER)).toEqual({
      outcome: "SENT",
      errorCode: null,
      learned,
    });
  });

  it("waits for nothing while it prints: waking and kicking return at once", async () => {
    const { bench: till } = await bench({ kind: "HANGS" }, { deadlineMs: 60_000 });
    till.add("job-0001", publicReceipt);
    till.queue.wake();
    till.queue.kickDrawer();
    till.queue.wake();
    await till.until(() => till.of("job-0001").outcome === "PRINTING");
    expect(till.queue.view().state).toBe("BUSY");
  });
});

const SECOND = "00000000-0000-7000-8000-00000000f002";

describe("a till with two printers", () => {
  it("prints each document on its own, and one that hangs does not hold up the other", async () => {
    const { bench: till } = await bench({ kind: "HANGS" }, { status: false, deadlineMs: 60_000 });
    const other = await startNetworkPrinter({ kind: "EPSON" });
    open.printers.push(other);
    const second = networkPrinterAt(other.port, {
      printerId: SECOND,
      main: false,
      name: "Cadangan",
    });
    till.printers = [...till.printers, second];
    till.add("job-0001", asnReceipt);
    till.rows.set("job-0002", {
      model: publicReceipt,
      outcome: "WAITING",
      errorCode: null,
      printerId: SECOND,
    });
    till.queue.wake();
    await till.until(() => till.of("job-0002").outcome === "PRINTED");
    expect(till.of("job-0001").outcome).toBe("PRINTING");
    expect(papers(other)).toHaveLength(1);
    await till.until(() => till.queue.view().printers[1]?.state === "READY");
    expect(till.queue.view().printers.map(({ state }) => state)).toEqual(["BUSY", "READY"]);
  });

  it("stops the worker of a printer that was taken away: what it was sending is in doubt", async () => {
    const late: PrinterBehaviour = { kind: "EPSON_LATE", delayMs: 30_000 };
    const { printer, bench: till } = await bench(late, { status: false, deadlineMs: 60_000 });
    till.add("job-0001", asnReceipt);
    till.queue.wake();
    await expect.poll(() => papers(printer).length).toBe(1);
    till.printers = [];
    till.queue.wake();
    await till.until(() => till.of("job-0001").outcome === "FAILED");
    expect(till.of("job-0001").errorCode).toBe("PRINTER_UNSURE");
    expect(till.queue.view()).toMatchObject({ state: "NOT_SET", printers: [] });
  });

  it("opens the drawer on the printer that has one", async () => {
    const { printer: main, bench: till } = await bench({ kind: "SILENT" }, { drawer: null });
    const other = await startNetworkPrinter({ kind: "SILENT" });
    open.printers.push(other);
    const drawer = { pin: 5 as const, onMs: 100, offMs: 200 };
    const more = { printerId: SECOND, main: false, status: false, confirms: false, drawer };
    till.printers = [...till.printers, networkPrinterAt(other.port, more)];
    till.queue.wake();
    till.queue.kickDrawer();
    await other.ended(1);
    expect(other.jobs().map((bytes) => [...bytes])).toEqual([[0x1b, 0x70, 1, 50, 100]]);
    expect(papers(main)).toEqual([]);
  });
});

describe("an idle printer", () => {
  it("is asked for its paper now and then, so that it is known before the next receipt", async () => {
    const { printer, bench: till } = await bench({ kind: "EPSON" });
    till.lookEveryMs = 20_000;
    till.restart();
    await till.until(() => till.queue.view().state === "READY");
    const look = (): void => till.rests.shift()?.task();
    printer.setPaper(false);
    look();
    await till.until(() => till.queue.view().state === "PAPER_OUT");
    printer.setPaper(true);
    look();
    await till.until(() => till.queue.view().state === "READY");
    await printer.turnOff();
    look();
    await till.until(() => till.queue.view().state === "UNREACHABLE");
    expect(papers(printer)).toEqual([]);
    expect(till.rests.map(({ delayMs }) => delayMs)).toEqual([20_000]);
  });

  it("that never answers is left alone", async () => {
    const { printer, bench: till } = await bench({ kind: "SILENT" }, { status: false });
    till.lookEveryMs = 20_000;
    till.restart();
    till.rests.shift()?.task();
    till.add("job-0001", publicReceipt);
    till.queue.wake();
    await till.until(() => till.of("job-0001").outcome !== "WAITING");
    await printer.ended(1);
    expect(printer.jobs()).toHaveLength(1);
  });
});
