import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PrinterSettings } from "../../../shared/contract/core-api.ts";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { type PreparedTill, prepareTill } from "../testing/prepare-till.ts";
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

async function setPrinter(more: Partial<PrinterSettings> = {}): Promise<void> {
  await core.cashier.printer.set.mutate({
    host: "127.0.0.1",
    port: printer.port,
    columns: 48,
    cutter: true,
    drawer: true,
    confirms: true,
    status: true,
    deadlineMs: 3_000,
    ...more,
  });
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

  it("never prints a doubtful receipt again by itself; asked to, it prints a copy marked so", async () => {
    await setPrinter({ confirms: false, status: false, drawer: false, deadlineMs: 500 });
    printer.behave({ kind: "HANGS" });
    const sale = await sellToAsn();
    const failed = await core.until((state) => state.printer.failed === 1);
    expect(failed.lastSale).toMatchObject({
      printOutcome: "FAILED",
      printErrorCode: "PRINTER_TIMEOUT",
    });
    printer.behave({ kind: "EPSON" });
    await setPrinter({ drawer: false });
    expect(papers()).toEqual([]);
    expect(await core.cashier.printer.retry.mutate()).toEqual({ queued: 1 });
    await outcomeOf(sale.saleId);
    expect(papers()).toHaveLength(1);
    expect(papers()[0]).toContain("SALINAN KE-1");
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
    expect(await core.cashier.printer.test.mutate()).toEqual({
      outcome: "PRINTED",
      errorCode: null,
    });
    expect(await core.cashier.printer.get.query()).toMatchObject({ confirms: true, status: true });
  });
});
