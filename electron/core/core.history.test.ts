import path from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dateOf } from "../../shared/domain/period.ts";
import type { SaleView } from "../../shared/contract/till-state.ts";
import { daySql, HISTORY_SQL } from "./db/stores/sale-history.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;
let sales: SaleView[];

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
});
afterAll(() => template.remove());
beforeEach(async () => {
  dataDir = template.copy();
  core = await startCore(dataDir);
  await openShop(core, till);
  sales = [await sell(0, 0), await sell(1, 1), await sell(2, null), await sell(0, 1)];
});
afterEach(() => core.close());

async function sell(product: number, person: number | null): Promise<SaleView> {
  const { productId } = till.products[product]!;
  await core.cashier.cart.add.mutate({ productId, qty: 1 });
  if (person === null) await core.cashier.buyer.setPublic.mutate();
  else
    await core.cashier.scan.text.mutate({
      text: till.cardOf(till.people[person]!),
      source: "WEDGE",
    });
  return pay(core);
}

type Asked = { text?: string; date?: string | null; before?: string | null; limit?: number };

async function find(asked: Asked): Promise<number[]> {
  const input = { text: "", date: null, before: null, limit: 50, ...asked };
  const { rows } = await core.cashier.history.search.query(input);
  return rows.map(({ saleId }) => sales.findIndex((sale) => sale.saleId === saleId));
}

describe("the history", () => {
  test("lists the newest first, page by page", async () => {
    expect(await find({})).toEqual([3, 2, 1, 0]);
    const first = await core.cashier.history.search.query({
      text: "",
      date: null,
      before: null,
      limit: 3,
    });
    expect(first.more).toBe(true);
    expect(await find({ before: first.rows[2]!.saleId, limit: 3 })).toEqual([0]);
  });

  test("finds by number, whole or its last part, and by the receipt's QR", async () => {
    expect(await find({ text: sales[1]!.number })).toEqual([1]);
    expect(await find({ text: sales[1]!.number.toLowerCase() })).toEqual([1]);
    expect(await find({ text: "2" })).toEqual([1]);
    expect(await find({ text: "000003" })).toEqual([2]);
    const { receiptUrl } = await core.cashier.history.detail.query({ saleId: sales[2]!.saleId });
    expect(await find({ text: receiptUrl ?? "" })).toEqual([2]);
  });

  test("finds by amount, as a cashier writes it", async () => {
    expect(await find({ text: "12.500" })).toEqual([1]);
    expect(await find({ text: "10000" })).toEqual([3, 0]);
    expect(await find({ text: "15rb" })).toEqual([2]);
  });

  test("finds by the buyer's name, NIP and card", async () => {
    const person = till.people[1]!;
    expect(await find({ text: person.name.slice(0, 4) })).toEqual([3, 1]);
    expect(await find({ text: person.nip })).toEqual([3, 1]);
    expect(await find({ text: till.cardOf(person) })).toEqual([3, 1]);
    expect(await find({ text: till.people[5]!.nip })).toEqual([]);
  });

  test("finds a buyer whose first sale here was made since names were last searched", async () => {
    const person = till.people[6]!;
    expect(await find({ text: person.name })).toEqual([]);
    sales.push(await sell(3, 6));
    expect(await find({ text: person.name })).toEqual([4]);
  });

  test("finds by what was sold", async () => {
    expect(await find({ text: "mangga arum" })).toEqual([3, 0]);
    expect(await find({ text: till.products[2]!.barcode })).toEqual([2]);
    expect(await find({ text: "tidak ada barang begini" })).toEqual([]);
  });

  test("keeps to a day", async () => {
    const today = dateOf(sales[0]!.at);
    expect(await find({ date: today })).toEqual([3, 2, 1, 0]);
    expect(await find({ date: today, text: till.people[1]!.nip })).toEqual([3, 1]);
    expect(await find({ date: today, text: "mangga" })).toEqual([3, 0]);
    expect(await find({ date: "2025-01-01" })).toEqual([]);
  });

  test("finds a return by its own number, as the sale it belongs to", async () => {
    const { saleId } = sales[0]!;
    const { cashierId: staffId, pin } = till.cashiers[1]!;
    const { approvalId } = await core.cashier.approval.request.mutate({
      staffId,
      pin,
      action: "RETURN",
      subject: saleId,
      amount: 10_000,
    });
    const shown = await core.cashier.history.return.mutate({
      commandId: newId(),
      saleId,
      lines: [{ no: 1, qty: 1, condition: "BAIK" }],
      reason: "CHANGED_MIND",
      refundBy: "CASH",
      approvalId,
      expectedTotal: 10_000,
    });
    expect(await find({ text: shown.reversals[0]!.number! })).toEqual([0]);
  });

  test("is not shown to nobody: without a login it is refused", async () => {
    await core.cashier.session.logout.mutate();
    await expect(find({})).rejects.toMatchObject({ code: "NOT_LOGGED_IN" });
  });

  test("does not offer a kuitansi to a buyer who is no institution", async () => {
    const asked = { commandId: newId(), saleId: sales[0]!.saleId };
    await expect(core.cashier.history.invoice.mutate(asked)).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
  });
});

describe("every search of the history", () => {
  const planOf = (sql: string, parameters: object): string => {
    const db = new Sqlite(path.join(dataDir, "till.db"), { readonly: true });
    try {
      const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[];
      return rows.map(({ detail }) => detail).join("\n");
    } finally {
      db.close();
    }
  };
  const page = { before: "g", limit: 51, value: "x" };

  test.each(Object.entries(HISTORY_SQL))("by %s reads its own index in order", (by, sql) => {
    const plan = planOf(sql, page);
    expect(plan).not.toMatch(/SCAN (?:sale|sale_line|reversal)\b/);
    if (by !== "NUMBER") expect(plan).not.toContain("TEMP B-TREE");
  });

  test.each(Object.keys(HISTORY_SQL) as (keyof typeof HISTORY_SQL)[])(
    "by %s within a day reads that day",
    (by) => {
      const plan = planOf(daySql(by), { ...page, from: 0, to: 1 });
      expect(plan).toMatch(/SEARCH sale USING (?:COVERING )?INDEX sale_at \(at>\? AND at<\?\)/);
    },
  );
});
