import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { decodeReceiptLink } from "../../shared/domain/receipt-link.ts";
import { receiptText } from "../../shared/domain/journal.ts";
import type { SealBox } from "./adapters.ts";
import { verifyEd25519 } from "./keys/ed25519.ts";
import { decodePaper } from "./printing/testing/decode-paper.ts";
import { type NetworkPrinter, startNetworkPrinter } from "./printing/testing/network-printer.ts";
import { systemSchedule } from "./system.ts";
import { ABSENT_CENTRE, type PreparedTill } from "./testing/prepare-till.ts";
import { newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { FIRST_PRINTER, networkPrinterAt, savePrinter } from "./testing/sample-printer.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;
let printer: NetworkPrinter;

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
});
afterAll(() => template.remove());
beforeEach(async () => {
  dataDir = template.copy();
  printer = await startNetworkPrinter({ kind: "EPSON" });
  core = await startCore(dataDir, { schedule: systemSchedule });
  await openShop(core, till);
  await savePrinter(core, till, networkPrinterAt(printer.port, { deadlineMs: 5_000 }));
});
afterEach(async () => {
  await core.close();
  await printer.turnOff();
});

const sell = async () => {
  await core.cashier.cart.add.mutate({ productId: till.products[0]!.productId, qty: 3 });
  await core.cashier.scan.text.mutate({ text: till.cardOf(till.people[0]!), source: "WEDGE" });
  return pay(core, 50_000);
};
const printed = (copies = 0) =>
  core.until(({ lastSale }) => lastSale?.printOutcome === "PRINTED" && lastSale.copies === copies);
/** Text and QR codes of every receipt that came out, the drawer's kicks and probes left out. */
const papers = () =>
  printer
    .jobs()
    .filter((bytes) => bytes.length > 100)
    .map((bytes) => JSON.stringify(decodePaper(bytes)));

test("a sale's receipt says who bought, by four digits, and how the month stands", async () => {
  const sale = await sell();
  await printed();
  const [paper = ""] = papers();
  expect(paper).toContain(sale.number);
  expect(paper).toContain(till.people[0]!.name);
  expect(paper).toContain(till.people[0]!.nip.slice(-4));
  expect(paper).not.toContain(till.people[0]!.nip);
  expect(paper.replaceAll(" ", "")).toContain(sale.code);
  expect(paper).not.toContain("SALINAN");
});

test("its QR proves number, time and total with the till's key alone", async () => {
  const sale = await sell();
  await printed();
  const link = new RegExp(`${ABSENT_CENTRE}/r/([\\w-]+)`).exec(papers()[0] ?? "")?.[1] ?? "";
  const decoded = decodeReceiptLink(link);
  if (!decoded.ok) throw new Error(decoded.code);
  const { fields, signature } = decoded.value;
  expect(fields).toMatchObject({ tillId: till.tillId, number: sale.number, total: sale.total });
  expect(verifyEd25519(till.publicKey, Buffer.from(receiptText(fields)), signature)).toBe(true);
});

test("a copy is marked, tells the month as it was told, and opens no drawer", async () => {
  const { saleId } = await sell();
  await printed();
  const kicks = () => printer.jobs().filter((bytes) => bytes.length === 5).length;
  expect(kicks()).toBe(1);
  await sell();
  await core.until(({ printer: { state, waiting } }) => state === "READY" && waiting === 0);
  await core.cashier.sale.reprint.mutate({ commandId: newId(), saleId });
  await core.until(({ printer: { state, waiting } }) => state === "READY" && waiting === 0);
  const [first = "", , copy = ""] = papers();
  expect(copy).toContain("SALINAN");
  const month = /Rp30\.000 dari Rp50\.000/;
  expect(month.test(first)).toBe(true);
  expect(month.test(copy)).toBe(true);
  expect(kicks()).toBe(2);
});

test("sales go on while the printer is off; their receipts come when it is back", async () => {
  await printer.turnOff();
  await sell();
  expect(core.state().lastSale?.printOutcome).not.toBe("PRINTED");
  await core.until(({ printer: { state } }) => state === "UNREACHABLE");
  await sell();
  expect(core.state().printer.waiting).toBe(2);
  await printer.turnOn();
  await core.cashier.printer.retry.mutate();
  await core.until(({ printer: { waiting } }) => waiting === 0);
  await printed();
  expect(papers()).toHaveLength(2);
});

test("a sale without the signing key says that its signature follows, and has no QR", async () => {
  await core.close();
  const seal: SealBox = {
    protected: true,
    seal: (plain) => Promise.resolve(plain),
    unseal: () => Promise.reject(new Error("locked")),
  };
  core = await startCore(dataDir, { schedule: systemSchedule, seal });
  await openShop(core, till);
  await sell();
  await printed();
  const [paper = ""] = papers();
  expect(paper.toLowerCase()).toContain("tanda tangan menyusul");
  expect(paper).not.toContain("/r/");
});

test("the test print learns what the printer answers, and keeps it", async () => {
  const [settings] = await core.cashier.printer.list.query();
  await savePrinter(core, till, { ...settings!, confirms: false, status: false });
  const { outcome } = await core.cashier.printer.test.mutate({ printerId: FIRST_PRINTER });
  expect(["PRINTED", "SENT"]).toContain(outcome);
  const [learnt] = await core.cashier.printer.list.query();
  expect(learnt).toMatchObject({ confirms: true, status: true });
});
