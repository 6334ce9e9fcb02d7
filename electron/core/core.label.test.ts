import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { decodePaper } from "./printing/testing/decode-paper.ts";
import { type NetworkPrinter, startNetworkPrinter } from "./printing/testing/network-printer.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { readTill } from "./testing/read-till.ts";
import { networkPrinterAt, removePrinter, savePrinter } from "./testing/sample-printer.ts";
import { newId, openShop, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

const LABEL_PRINTER = "00000000-0000-7000-8000-00000000f002";
let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;
let receipts: NetworkPrinter;
let labels: NetworkPrinter;

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
});
afterAll(() => template.remove());
beforeEach(async () => {
  receipts = await startNetworkPrinter({ kind: "EPSON" });
  labels = await startNetworkPrinter({ kind: "EPSON" });
  dataDir = template.copy();
  core = await startCore(dataDir);
  await openShop(core, till);
  await savePrinter(core, till, networkPrinterAt(receipts.port));
});
afterEach(async () => {
  await core.close();
  await Promise.all([receipts.turnOff(), labels.turnOff()]);
});

const setLabelPrinter = () =>
  savePrinter(
    core,
    till,
    networkPrinterAt(labels.port, {
      printerId: LABEL_PRINTER,
      name: "Printer label",
      role: "LABEL",
      columns: 32,
      drawer: null,
    }),
  );
const ask = (qty: number, commandId = newId()) =>
  core.cashier.product.printLabels.mutate({
    commandId,
    productId: till.products[0]!.productId,
    qty,
  });
/** Waits until so many labels are on paper. */
async function printed(count: number): Promise<void> {
  await expect.poll(() => codesOn(labels).length, { timeout: 10_000 }).toBe(count);
}

/** What the codes on a printer's paper say, one for each label. */
const codesOn = (printer: NetworkPrinter): string[] =>
  printer
    .jobs()
    .flatMap((bytes) => decodePaper(bytes))
    .flatMap((item) => (item.kind === "QR" ? [item.data] : []));

test("labels come out of the label printer, each with a code the till finds the goods by", async () => {
  await setLabelPrinter();
  await ask(3);
  await printed(3);
  const codes = codesOn(labels);
  expect(codesOn(receipts)).toEqual([]);
  await core.cashier.scan.text.mutate({ text: codes[0]!, source: "WEDGE" });
  expect(core.state().cart.lines).toMatchObject([{ productId: till.products[0]!.productId }]);
});

test("without a label printer nothing is queued, and the cashier is told", async () => {
  await expect(ask(1)).rejects.toMatchObject({ code: "LABEL_PRINTER_NOT_SET" });
  expect(readTill(dataDir, "SELECT run_id FROM label_run")).toEqual([]);
});

test("many labels are several short jobs, and the same command again is none", async () => {
  await setLabelPrinter();
  const commandId = newId();
  await ask(25, commandId);
  await ask(25, commandId);
  expect(readTill(dataDir, "SELECT qty FROM label_run ORDER BY run_id")).toEqual([
    { qty: 10 },
    { qty: 10 },
    { qty: 5 },
  ]);
  await printed(25);
});

test("labels outlast a printer that is off and a restart, and never come out as receipts", async () => {
  await setLabelPrinter();
  await labels.turnOff();
  await ask(2);
  await core.close();
  core = await startCore(dataDir);
  await core.cashier.session.login.mutate({
    cashierId: till.cashiers[0]!.cashierId,
    pin: till.cashiers[0]!.pin,
  });
  await removePrinter(core, till, LABEL_PRINTER);
  const [waiting] = await core.cashier.printer.jobs.query();
  expect(waiting).toMatchObject({ kind: "LABEL", number: `${till.products[0]!.name} (2)` });
  await labels.turnOn();
  await setLabelPrinter();
  await printed(2);
  expect(codesOn(receipts)).toEqual([]);
});

test("goods the till does not know get no label", async () => {
  await setLabelPrinter();
  const unknown = { commandId: newId(), productId: newId(), qty: 1 };
  await expect(core.cashier.product.printLabels.mutate(unknown)).rejects.toMatchObject({
    code: "PRODUCT_UNKNOWN",
  });
});
