import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Printer } from "../../../shared/contract/printers.ts";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import {
  FIRST_PRINTER,
  networkPrinterAt,
  removePrinter,
  savePrinter,
} from "../testing/sample-printer.ts";
import { type PreparedTill, prepareTill } from "../testing/prepare-till.ts";
import { readTill } from "../testing/read-till.ts";
import {
  newId,
  openShop,
  pay,
  startCore,
  type TestCore,
  temporaryFolder,
} from "../testing/test-core.ts";
import { decodePaper } from "./testing/decode-paper.ts";
import { type NetworkPrinter, startNetworkPrinter } from "./testing/network-printer.ts";

/* The whole till with a printer: what a cashier sees of printing. */

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let folder: ReturnType<typeof temporaryFolder>;
let till: PreparedTill;
let core: TestCore;
let printer: NetworkPrinter;

beforeEach(async () => {
  folder = temporaryFolder();
  till = await prepareTill(folder.path);
  printer = await startNetworkPrinter({ kind: "EPSON" });
  core = await startCore(folder.path);
  await openShop(core, till);
});
afterEach(async () => {
  await core.close();
  await printer.turnOff();
  folder.remove();
});

async function setPrinter(more: Partial<Printer> = {}): Promise<void> {
  await savePrinter(core, till, networkPrinterAt(printer.port, more));
}
async function sellToAsn(): Promise<SaleView> {
  const [product] = till.products;
  const [person] = till.people;
  if (product === undefined || person === undefined) throw new Error("an empty shop");
  await core.cashier.cart.add.mutate({ productId: product.productId, qty: 1 });
  await core.cashier.scan.text.mutate({ text: till.cardOf(person), source: "WEDGE" });
  return pay(core);
}
const outcomeOf = (saleId: string): Promise<unknown> =>
  core.until(({ lastSale }) => lastSale?.saleId === saleId && lastSale.printOutcome === "PRINTED");

/** Every paper that came out, drawer kicks among them, questions to the printer left out. */
function papers(): string[] {
  return printer
    .jobs()
    .map((bytes) =>
      decodePaper(bytes)
        .filter((item) => item.kind !== "RESET" && item.kind !== "CONFIRM")
        .map((item) =>
          item.kind === "LINE" ? item.runs.map((run) => run.text).join("") : item.kind,
        )
        .join("\n"),
    )
    .filter((text) => text !== "");
}

/** Sources of the till that would let the browser print: there must be none. */
async function printingWindows(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob("{electron,renderer}/**/*.{ts,tsx}", { cwd: ROOT })) {
    const source = await readFile(join(ROOT, file), "utf8");
    if (/\b(?:window|webContents|globalThis)\.print\(/.test(source)) found.push(file);
  }
  return found;
}

describe("a till with a printer", () => {
  it("opens the drawer and prints the receipt of a cash sale", async () => {
    await setPrinter();
    const sale = await sellToAsn();
    await outcomeOf(sale.saleId);
    const [kick, receipt, ...more] = papers();
    expect(kick).toBe("DRAWER");
    expect(receipt).toContain(sale.number);
    expect(receipt).toContain(till.people[0]?.name ?? "?");
    expect(receipt).not.toContain(till.people[0]?.nip ?? "?");
    expect(more).toEqual([]);
  });

  it("sells while the printer is off, keeps the receipt over a restart, prints it once when it is back", async () => {
    await setPrinter();
    await printer.turnOff();
    const sale = await sellToAsn();
    expect(sale).toMatchObject({ signed: true, printOutcome: "WAITING" });
    const waiting = await core.until((state) => state.printer.state === "UNREACHABLE");
    expect(waiting.printer).toMatchObject({ waiting: 1, failed: 0 });
    await core.close();
    core = await startCore(folder.path);
    await printer.turnOn();
    await openShop(core, till);
    await core.cashier.printer.retry.mutate();
    await core.until((state) => state.printer.waiting === 0 && state.printer.state === "READY");
    const found = papers().filter((paper) => paper.includes(sale.number));
    expect(found).toHaveLength(1);
    expect(found[0]).not.toContain("SALINAN");
    expect(papers()).not.toContain("DRAWER");
  });

  it("says that the paper is out and keeps the receipt", async () => {
    await setPrinter();
    printer.setPaper(false);
    const sale = await sellToAsn();
    await core.until((state) => state.printer.state === "PAPER_OUT");
    expect(core.state().printer.waiting).toBe(1);
    printer.setPaper(true);
    await core.cashier.printer.retry.mutate();
    await outcomeOf(sale.saleId);
  });

  it("gives the receipt as a QR by itself while no paper comes out, and long enough", async () => {
    await setPrinter();
    printer.setPaper(false);
    await sellToAsn();
    const { lastSale } = await core.until(
      (state) => state.lastSale !== null && state.lastSale.qrUrl !== null,
    );
    expect(lastSale?.qrUrl).toContain("/r/");
    const thanks = (qrUrl: string | null) =>
      core.untilShown((shown) => shown.screen === "THANKS" && shown.qrUrl === qrUrl);
    await thanks(lastSale?.qrUrl ?? "");
    core.pass(59_000);
    await thanks(lastSale?.qrUrl ?? "");
    printer.setPaper(true);
    await core.cashier.printer.retry.mutate();
    await thanks(null);
    expect(core.state().lastSale?.qrUrl).toBeNull();
    core.pass(1_000);
    await core.untilShown(({ screen }) => screen === "IDLE");
  });

  it("section 9 row 9, paper out hangs the till, then prints many times: sales go on, and each receipt comes once", async () => {
    await setPrinter();
    printer.setPaper(false);
    const sales = [await sellToAsn(), await sellToAsn(), await sellToAsn()];
    await core.until((state) => state.printer.state === "PAPER_OUT");
    printer.setPaper(true);
    await core.cashier.printer.retry.mutate();
    await core.cashier.printer.retry.mutate();
    await core.until(({ printer: { waiting } }) => waiting === 0);
    await outcomeOf(sales.at(-1)?.saleId ?? "");
    for (const { number } of sales) {
      expect(papers().filter((paper) => paper.includes(number))).toHaveLength(1);
    }
  });

  it("section 9 row 11, blank paper from browser printing: what the printer gets is raw ESC/POS with the receipt's text", async () => {
    await setPrinter({ drawer: null });
    const sale = await sellToAsn();
    await outcomeOf(sale.saleId);
    const [bytes = new Uint8Array()] = printer.jobs().filter(({ length }) => length > 0);
    expect(Buffer.from(bytes).toString("latin1").startsWith("\u001b@"), "ESC @ first").toBe(true);
    const [receipt = ""] = papers();
    for (const text of [sale.number, till.products[0]?.name ?? "?", "Rp10.000"]) {
      expect(receipt).toContain(text);
    }
    expect(await printingWindows()).toEqual([]);
  });

  it("never prints a doubtful receipt again by itself; asked to, it prints a copy marked so", async () => {
    await setPrinter({ confirms: false, status: false, drawer: null, deadlineMs: 500 });
    printer.behave({ kind: "HANGS" });
    const sale = await sellToAsn();
    const failed = await core.until((state) => state.printer.failed === 1);
    expect(failed.lastSale).toMatchObject({
      printOutcome: "FAILED",
      printErrorCode: "PRINTER_TIMEOUT",
    });
    printer.behave({ kind: "EPSON" });
    await setPrinter({ drawer: null });
    expect(papers()).toEqual([]);
    expect(await core.cashier.printer.retry.mutate()).toEqual({ queued: 1 });
    await outcomeOf(sale.saleId);
    expect(papers()).toHaveLength(1);
    expect(papers()[0]).toContain("SALINAN KE-1");
  });

  it("opens the drawer for a void only when cash goes back", async () => {
    await setPrinter();
    await core.cashier.cart.add.mutate({ productId: till.products[0]?.productId ?? "", qty: 1 });
    await core.cashier.buyer.setPublic.mutate();
    const { cartId, total } = core.state().cart;
    const slip = { kind: "TRANSFER", amount: total, reference: "BRI 0001", qrisId: null } as const;
    const command = { commandId: newId(), cartId, expectedTotal: total, tenders: [slip] };
    const byTransfer = await core.cashier.sale.pay.mutate(command);
    const byCash = await sellToAsn();
    const why = { reason: "BUYER_LEFT", note: "Sendiri di galeri", approvalId: null } as const;
    const undo = (saleId: string) =>
      core.cashier.history.void.mutate({ commandId: newId(), saleId, ...why });
    await outcomeOf(byCash.saleId);
    const kicks = () => papers().filter((paper) => paper === "DRAWER").length;
    expect(kicks()).toBe(1);
    await undo(byTransfer.saleId);
    await core.until(({ printer: { waiting, state } }) => waiting === 0 && state === "READY");
    expect(kicks()).toBe(1);
    await undo(byCash.saleId);
    await core.until(({ printer: { waiting, state } }) => waiting === 0 && state === "READY");
    expect(kicks()).toBe(2);
  });

  it("prints a reprint as a copy, and the drawer stays shut", async () => {
    await setPrinter();
    const sale = await sellToAsn();
    await outcomeOf(sale.saleId);
    const copy = await core.cashier.sale.reprint.mutate({
      commandId: newId(),
      saleId: sale.saleId,
    });
    expect(copy.copies).toBe(1);
    await core.until((state) => state.printer.waiting === 0 && state.printer.state === "READY");
    expect(papers().filter((paper) => paper.includes("SALINAN KE-1"))).toHaveLength(1);
    expect(papers().filter((paper) => paper === "DRAWER")).toHaveLength(1);
  });

  it("learns with the test page what the printer answers", async () => {
    await setPrinter({ confirms: false, status: false });
    expect(await core.cashier.printer.test.mutate({ printerId: FIRST_PRINTER })).toMatchObject({
      outcome: "PRINTED",
      errorCode: null,
    });
    const [learnt] = await core.cashier.printer.list.query();
    expect(learnt).toMatchObject({ confirms: true, status: true });
  });
});

describe("a till whose printer is stuck", () => {
  const SECOND = "00000000-0000-7000-8000-00000000f002";
  let second: NetworkPrinter;
  beforeEach(async () => {
    second = await startNetworkPrinter({ kind: "EPSON" });
  });
  afterEach(() => second.turnOff());

  async function stuckSale(): Promise<SaleView> {
    await setPrinter({ drawer: null });
    await printer.turnOff();
    const more = { printerId: SECOND, name: "Cadangan", main: false, drawer: null };
    await savePrinter(core, till, networkPrinterAt(second.port, more));
    const sale = await sellToAsn();
    await core.until((state) => state.printer.state === "UNREACHABLE");
    return sale;
  }
  const firstJob = async () => {
    const [job] = await core.cashier.printer.jobs.query();
    if (job === undefined) throw new Error("nothing waits");
    return job;
  };

  it("lists what waits, by the number a person knows", async () => {
    const sale = await stuckSale();
    expect(await core.cashier.printer.jobs.query()).toEqual([
      expect.objectContaining({
        kind: "SALE",
        number: sale.number,
        copy: 0,
        printerId: null,
        outcome: "WAITING",
        errorCode: "PRINTER_REFUSED",
      }),
    ]);
  });

  it("prints the receipt on the other printer, once, also when asked twice", async () => {
    const sale = await stuckSale();
    const { jobId } = await firstJob();
    const input = { commandId: newId(), jobId, printerId: SECOND };
    await core.cashier.printer.printJob.mutate(input);
    await outcomeOf(sale.saleId);
    await core.cashier.printer.printJob.mutate(input);
    await printer.turnOn();
    await core.cashier.printer.retry.mutate();
    await core.until((state) => state.printer.state === "READY");
    expect(second.jobs().filter((bytes) => Buffer.from(bytes).includes(sale.number))).toHaveLength(
      1,
    );
    expect(papers()).toEqual([]);
    expect(await core.cashier.printer.jobs.query()).toEqual([]);
    await expect(
      core.cashier.printer.printJob.mutate({ ...input, commandId: newId() }),
    ).rejects.toThrow("PRINT_JOB_DONE");
  });

  it("sets a receipt aside with who did it, and does not print it when the printer is back", async () => {
    const sale = await stuckSale();
    const { jobId } = await firstJob();
    await core.cashier.printer.skipJob.mutate({ commandId: newId(), jobId });
    await core.until((state) => state.lastSale?.printOutcome === "SKIPPED");
    expect(core.state().printer).toMatchObject({ waiting: 0, failed: 0 });
    expect(readTill(folder.path, "SELECT outcome, skipped_by FROM print_job")).toEqual([
      { outcome: "SKIPPED", skipped_by: till.cashiers[0]?.cashierId },
    ]);
    await printer.turnOn();
    await core.cashier.printer.retry.mutate();
    await core.until((state) => state.printer.state === "READY");
    expect(papers().filter((paper) => paper.includes(sale.number))).toEqual([]);
  });

  it("prints what failed in doubt as a copy, on the printer asked for", async () => {
    await stuckSale();
    const { jobId } = await firstJob();
    await core.cashier.printer.skipJob.mutate({ commandId: newId(), jobId });
    await printer.turnOn();
    printer.behave({ kind: "HANGS" });
    await setPrinter({ drawer: null, confirms: false, status: false, deadlineMs: 500 });
    const sale = await sellToAsn();
    await core.until((state) => state.printer.failed === 1);
    const failed = await firstJob();
    expect(failed).toMatchObject({ outcome: "FAILED", errorCode: "PRINTER_TIMEOUT" });
    const input = { commandId: newId(), jobId: failed.jobId, printerId: SECOND };
    await core.cashier.printer.printJob.mutate(input);
    await outcomeOf(sale.saleId);
    const [copy] = second.jobs().map((bytes) => Buffer.from(bytes).toString("latin1"));
    expect(copy).toContain("SALINAN KE-1");
    const again = { ...input, commandId: newId() };
    await expect(core.cashier.printer.printJob.mutate(again)).rejects.toThrow("PRINT_JOB_DONE");
    const { jobId: done } = failed;
    const skipped = core.cashier.printer.skipJob.mutate({ commandId: newId(), jobId: done });
    await expect(skipped).rejects.toThrow("PRINT_JOB_DONE");
  });

  it("gives what waited for a printer that is taken away to the main one", async () => {
    const sale = await stuckSale();
    await second.turnOff();
    const { jobId } = await firstJob();
    await core.cashier.printer.printJob.mutate({ commandId: newId(), jobId, printerId: SECOND });
    await printer.turnOn();
    await removePrinter(core, till, SECOND);
    await outcomeOf(sale.saleId);
    expect(papers().filter((paper) => paper.includes(sale.number))).toHaveLength(1);
    expect(await core.cashier.printer.list.query()).toHaveLength(1);
  });

  it("prints at once on the main printer what a printer had not taken when it was taken away", async () => {
    const sale = await stuckSale();
    second.behave({ kind: "HANGS" });
    const { jobId } = await firstJob();
    await core.cashier.printer.printJob.mutate({ commandId: newId(), jobId, printerId: SECOND });
    await core.until((state) => state.lastSale?.printOutcome === "PRINTING");
    await printer.turnOn();
    await removePrinter(core, till, SECOND);
    await outcomeOf(sale.saleId);
    expect(papers().filter((paper) => paper.includes(sale.number))).toHaveLength(1);
  });

  it("makes another printer the main one when the main one is taken away", async () => {
    const sale = await stuckSale();
    await removePrinter(core, till, FIRST_PRINTER);
    await outcomeOf(sale.saleId);
    expect(await core.cashier.printer.list.query()).toMatchObject([
      { printerId: SECOND, main: true },
    ]);
  });

  it("refuses a printer that does not exist", async () => {
    await stuckSale();
    const { jobId } = await firstJob();
    const input = { commandId: newId(), jobId, printerId: newId() };
    await expect(core.cashier.printer.printJob.mutate(input)).rejects.toThrow("PRINTER_UNKNOWN");
    await expect(core.cashier.printer.test.mutate({ printerId: newId() })).rejects.toThrow(
      "PRINTER_UNKNOWN",
    );
  });
});
