import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOfHash, receiptText } from "../../../shared/domain/journal.ts";
import { encodeReceiptLink } from "../../../shared/domain/receipt-link.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let centre: TestCentre;
let till: TestTill;
let shift: TillShift;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => NOON } });
  till = await centre.enrolTill();
  await till.hello();
  shift = new TillShift(till, { startMs: NOON, tillCode: "01" });
}, 120_000);
afterAll(() => centre.close());

const entryOf = (sold: ReturnType<TillShift["sell"]>) => {
  const { seq, hash, sale } = sold;
  const { number, at, total } = sale;
  return { tillId: till.tillId, seq, hash, number, at, total };
};
const sell = (options: Parameters<TillShift["sell"]>[0] = {}) =>
  entryOf(shift.sell({ qty: 2, ...options }));
const linkOf = (fields: ReturnType<typeof sell>, signer = till) =>
  encodeReceiptLink(fields, Buffer.from(signer.sign(receiptText(fields)), "base64url"));
const visit = async (link: string) => {
  const response = await fetch(`${centre.url}/r/${link}`);
  return { response, status: response.status, html: await response.text() };
};

test("a genuine receipt shows number, time, place and total, and whether the centre has it", async () => {
  const fields = sell();
  const early = await visit(linkOf(fields));
  expect(early.status).toBe(200);
  expect(early.html).toContain("Belum diterima pusat");
  await till.push();
  const { html } = await visit(linkOf(fields));
  for (const text of [
    "Struk ini asli",
    "Sudah tercatat di pusat",
    fields.number,
    "Rp70.000",
    "20 Nov 2026 12.00 WIB",
    "Galeri Uji",
    codeOfHash(fields.hash),
  ]) {
    expect(html).toContain(text);
  }
});

test("a receipt of a sale that was voided or returned since says so, with its date", async () => {
  const voided = shift.sell();
  const partly = shift.sell({ qty: 2 });
  const returned = shift.sell();
  shift.undo(voided);
  shift.bringBack(partly, 1);
  shift.bringBack(returned, 1);
  await till.push();
  const page = async (sold: typeof voided) => (await visit(linkOf(entryOf(sold)))).html;
  const texts = [
    [await page(voided), "Penjualan ini dibatalkan", "20 Nov 2026 12.00 WIB"],
    [await page(partly), "sebagian diretur", "Yang masih berlaku Rp35.000"],
    [await page(returned), "Semua barang sudah diretur", "20 Nov 2026 12.00 WIB"],
  ] as const;
  for (const [html, ...said] of texts) {
    for (const text of said) expect(html).toContain(text);
    expect(html).not.toContain("Struk ini asli");
    expect(html).not.toMatch(/Contoh|Kasir Uji|1985|Dinas|WRONG_BUYER|DAMAGED/);
  }
});

test("no page says anything of the buyer or the cashier", async () => {
  const fields = sell();
  await till.push();
  const { html, response } = await visit(linkOf(fields));
  expect(html).not.toMatch(/Contoh|Kasir Uji|1985|Dinas|SIGNED_CARD/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("content-security-policy")).toContain("style-src 'self'");
  expect(html).not.toMatch(/<script|style=/);
});

test("a receipt signed by any other key, or with another total, is not genuine", async () => {
  const fields = sell();
  const stranger = new TestTill(centre.url);
  const forged = await visit(linkOf(fields, stranger));
  expect(forged.status).toBe(404);
  expect(forged.html).toContain("Struk ini tidak asli");
  const signature = Buffer.from(till.sign(receiptText(fields)), "base64url");
  const raised = encodeReceiptLink({ ...fields, total: fields.total * 10 }, signature);
  expect((await visit(raised)).html).toContain("Struk ini tidak asli");
  await till.push();
});

test("a till that signs a receipt with another till's number is not believed", async () => {
  const fields = sell();
  const other = { ...fields, number: fields.number.replace("KB-01", "KB-02") };
  expect((await visit(linkOf(other))).html).toContain("Struk ini tidak asli");
  await till.push();
});

test("a receipt kept aside says so, and one that differs from the record sends to a person", async () => {
  const held = sell({ change: { change: 0 } });
  await till.push();
  expect((await visit(linkOf(held))).html).toContain("sedang diperiksa");
  const shadow = { ...held, hash: "0".repeat(64) };
  expect((await visit(linkOf(shadow))).html).toContain("Perlu diperiksa");
});

test("an address that was cut or made up is told apart from a forgery, without a server error", async () => {
  const link = linkOf(sell());
  for (const text of [link.slice(0, -3), "x", "%3Cscript%3E", "A".repeat(390)]) {
    const { status, html } = await visit(text);
    expect(status).toBe(404);
    expect(html).toContain("tidak terbaca");
    expect(html).not.toContain("<script");
  }
  expect((await visit("A".repeat(5_000))).status).toBe(400);
});

test("what the page is drawn with comes from the centre itself", async () => {
  const types = {
    "receipt.css": "text/css",
    "motif.svg": "image/svg",
    "icon.svg": "image/svg",
    "plus-jakarta-sans.woff2": "font/",
  };
  for (const [name, type] of Object.entries(types)) {
    const response = await fetch(`${centre.url}/r-assets/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain(type);
  }
});
