import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CloseResult, ShiftReport } from "../../shared/contract/shift.ts";
import { DENOMINATIONS } from "../../shared/domain/shift.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { readTill, soundJournal } from "./testing/read-till.ts";
import { newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

let template: TillTemplate;
let till: PreparedTill;
let dataDir: string;
let core: TestCore;

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
});
afterAll(() => template.remove());
beforeEach(async () => {
  dataDir = template.copy();
  core = await startCore(dataDir);
  await openShop(core, till, 200_000);
});
afterEach(() => core.close());

async function put(index: number, qty = 1): Promise<void> {
  const productId = till.products[index]?.productId ?? "";
  await core.cashier.cart.add.mutate({ productId, qty });
}

async function sell(index: number, qty = 1, tendered?: number): Promise<void> {
  await put(index, qty);
  await core.cashier.buyer.setPublic.mutate();
  await pay(core, tendered);
}

const move = (direction: "IN" | "OUT", amount: number, commandId = newId()) =>
  core.cashier.shift.moveCash.mutate({
    commandId,
    direction,
    amount,
    reason: "CHANGE",
    note: "",
  });

/** A count in notes and coins that comes to an amount. */
function countOf(amount: number): { value: number; pieces: number }[] {
  let left = amount;
  return DENOMINATIONS.map((value) => {
    const pieces = Math.floor(left / value);
    left -= pieces * value;
    return { value, pieces };
  });
}

const close = (
  amount: number,
  reason: "UNKNOWN" | "OTHER" | null = null,
  commandId = newId(),
): Promise<CloseResult> =>
  core.cashier.shift.close.mutate({ commandId, counts: countOf(amount), reason, note: "" });

async function closed(amount: number, reason: "UNKNOWN" | null = null): Promise<ShiftReport> {
  const result = await close(amount, reason);
  if (result.kind !== "CLOSED") throw new Error("the count was right");
  return result.report;
}

async function login(index: number): Promise<void> {
  const { cashierId = "", pin = "" } = till.cashiers[index] ?? {};
  await core.cashier.session.logout.mutate();
  await core.cashier.session.login.mutate({ cashierId, pin });
}

function bodies(kind: string): Record<string, unknown>[] {
  const rows = readTill(dataDir, "SELECT body FROM journal WHERE kind = ? ORDER BY seq", kind);
  return rows.map((row) => JSON.parse((row as { body: string }).body));
}

describe("cashiers who take turns", () => {
  test("share one shift and one cart; each sale is of who took the money", async () => {
    await put(0);
    const { cart, shift } = core.state();
    await login(1);
    expect(core.state()).toMatchObject({ phase: "SELLING", session: { name: "Kasir Dua" } });
    expect(core.state().shift).toEqual(shift);
    expect(core.state().cart).toEqual(cart);
    await core.cashier.buyer.setPublic.mutate();
    await pay(core);
    expect(bodies("SALE")[0]).toMatchObject({ actorId: till.cashiers[1]?.cashierId });
  });
});

describe("cash in and out", () => {
  test("is journalled with its reason, and in the report", async () => {
    await move("IN", 100_000);
    await move("OUT", 30_000);
    expect(bodies("CASH_MOVED")).toMatchObject([
      { direction: "IN", amount: 100_000, reason: "CHANGE", privateHash: null },
      { direction: "OUT", amount: 30_000 },
    ]);
    const report = await core.cashier.shift.report.query();
    expect(report).toMatchObject({ cashIn: 100_000, cashOut: 30_000, expected: 270_000 });
    expect(report.moves).toHaveLength(2);
  });

  test("is moved once for one command", async () => {
    const commandId = newId();
    await move("OUT", 30_000, commandId);
    await move("OUT", 30_000, commandId);
    expect(bodies("CASH_MOVED")).toHaveLength(1);
  });

  test.each([0, -1, 0.5, 100_000_001])("of %d is refused", async (amount) => {
    await expect(move("OUT", amount)).rejects.toMatchObject({ code: "CASH_MOVE_INVALID" });
  });

  test("for another reason is explained; the words stay out of the journal", async () => {
    const other = { commandId: newId(), direction: "OUT", amount: 5_000, reason: "OTHER" } as const;
    const asked = core.cashier.shift.moveCash.mutate({ ...other, note: "  " });
    await expect(asked).rejects.toMatchObject({ code: "NOTE_NEEDED" });
    await core.cashier.shift.moveCash.mutate({ ...other, note: "Galon air" });
    const [body] = bodies("CASH_MOVED");
    expect(JSON.stringify(body)).not.toContain("Galon");
    expect(body?.["privateHash"]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("the drawer without a sale", () => {
  const open = (approvalId: string | null) =>
    core.cashier.shift.openDrawer.mutate({
      commandId: newId(),
      reason: "CHECK",
      note: "",
      approvalId,
    });

  test("opens for a supervisor's approval of this shift, and the entry names both", async () => {
    await expect(open(null)).rejects.toMatchObject({ code: "APPROVAL_NEEDED" });
    const { cashierId: staffId = "", pin = "" } = till.cashiers[1] ?? {};
    const subject = core.state().shift?.shiftId ?? "";
    const scope = { action: "DRAWER", subject, amount: 0 } as const;
    const { approvalId } = await core.cashier.approval.request.mutate({ ...scope, staffId, pin });
    await open(approvalId);
    expect(bodies("DRAWER_OPENED")).toMatchObject([
      {
        actorId: till.cashiers[0]?.cashierId,
        approval: { approverId: staffId, action: "DRAWER" },
        reason: "CHECK",
      },
    ]);
    await expect(open(approvalId)).rejects.toMatchObject({ code: "APPROVAL_INVALID" });
  });
});

describe("closing a shift", () => {
  test("on the right count asks for nothing and gives Z 1", async () => {
    await sell(0, 2, 50_000);
    const { total } = core.state().lastSale ?? { total: 0 };
    const report = await closed(200_000 + total);
    expect(report).toMatchObject({
      cashSales: total,
      expected: 200_000 + total,
      sales: { count: 1, total, byTender: { CASH: total, QRIS: 0, TRANSFER: 0, CARD: 0 } },
      closing: { zNumber: 1, difference: 0, reason: null, countings: 1, signed: true },
    });
    expect(core.state()).toMatchObject({ phase: "NO_SHIFT", shift: null });
    expect(soundJournal(dataDir, till.tillId, till.publicKey).at(-1)).toBe("SHIFT_CLOSED");
  });

  test("tells a difference only once counted, and closes with its reason", async () => {
    await sell(0);
    const expected = (await core.cashier.shift.report.query()).expected;
    expect(await close(expected - 1_000)).toEqual({
      kind: "DIFFERENT",
      expected,
      counted: expected - 1_000,
      difference: -1_000,
    });
    expect(core.state().phase).toBe("SELLING");
    await expect(close(expected - 1_000, "OTHER")).rejects.toMatchObject({ code: "NOTE_NEEDED" });
    const report = await closed(expected - 1_000, "UNKNOWN");
    expect(report.closing).toMatchObject({ difference: -1_000, reason: "UNKNOWN", countings: 1 });
  });

  test("on a second count that fits keeps that the first did not", async () => {
    await close(1_000);
    const report = await closed(200_000, "UNKNOWN");
    const counts = { countings: 2, firstCounted: 1_000 };
    expect(report.closing).toMatchObject({ difference: 0, reason: null, ...counts });
    expect(bodies("SHIFT_CLOSED")).toMatchObject([counts]);
  });

  test("a crash after the first count makes no second one the first", async () => {
    const commandId = newId();
    const first = await close(1_000, null, commandId);
    await core.close();
    core = await startCore(dataDir);
    await login(0);
    expect(await close(1_000, null, commandId)).toEqual(first);
    const report = await closed(200_000);
    expect(report.closing).toMatchObject({ difference: 0, countings: 2, firstCounted: 1_000 });
    await expect(close(1_000, null, commandId)).rejects.toMatchObject({ code: "NO_SHIFT" });
  });

  test("another count is another, also when it comes with a reason", async () => {
    await close(1_000);
    const report = await closed(199_000, "UNKNOWN");
    expect(report.closing).toMatchObject({ countings: 2, firstCounted: 1_000, reason: "UNKNOWN" });
  });

  test("takes no money of a kind that is not made", async () => {
    const counts = [{ value: 75_000, pieces: 1 }];
    const input = { commandId: newId(), counts, reason: null, note: "" };
    await expect(core.cashier.shift.close.mutate(input)).rejects.toMatchObject({
      code: "CASH_COUNT_INVALID",
    });
  });

  test("is done once for one command, and answers its repeat the same", async () => {
    const commandId = newId();
    const first = await close(200_000, null, commandId);
    expect(await close(200_000, null, commandId)).toEqual(first);
    expect(bodies("SHIFT_CLOSED")).toHaveLength(1);
  });

  test("keeps the open cart and its buyer for the next shift", async () => {
    await put(0);
    await core.cashier.scan.text.mutate({ text: till.cardOf(till.people[0]!), source: "WEDGE" });
    const { cart } = core.state();
    await closed(200_000);
    await openShop(core, till);
    expect(core.state().cart).toEqual(cart);
    await pay(core);
    expect(await core.cashier.shift.report.query()).toMatchObject({ sales: { count: 1 } });
  });

  test("numbers on over restarts, and reads a closed shift back as it was", async () => {
    const first = await closed(200_000);
    await openShop(core, till, 50_000);
    await sell(1);
    await core.close();
    core = await startCore(dataDir);
    await login(0);
    const second = await closed(1_000, "UNKNOWN");
    expect(second.closing?.zNumber).toBe(2);
    const all = await core.cashier.shift.closed.query({ before: null, limit: 10 });
    expect(all).toEqual([second, first]);
    expect(await core.cashier.shift.closed.query({ before: 2, limit: 10 })).toEqual([first]);
  });

  test("section 9 row 13, Z figures of the previous shift: each Z holds its own shift alone", async () => {
    await sell(0, 3);
    await move("IN", 50_000);
    const first = await closed(250_000 + 3 * 10_000);
    await openShop(core, till, 100_000);
    const none = { count: 0, total: 0 };
    expect(await core.cashier.shift.report.query()).toMatchObject({
      float: 100_000,
      cashIn: 0,
      expected: 100_000,
      sales: none,
    });
    await sell(1);
    const second = await closed(112_500);
    expect(second).toMatchObject({
      float: 100_000,
      cashSales: 12_500,
      cashIn: 0,
      sales: { count: 1, total: 12_500 },
      closing: { zNumber: 2, difference: 0, sealed: { count: 1 } },
    });
    expect(second.closing?.sealed.hash).not.toBe(first.closing?.sealed.hash);
  });

  test("needs a shift and somebody at the till", async () => {
    await closed(200_000);
    await expect(close(0)).rejects.toMatchObject({ code: "NO_SHIFT" });
    await core.cashier.session.logout.mutate();
    await expect(close(0)).rejects.toMatchObject({ code: "NOT_LOGGED_IN" });
  });
});

type Step =
  | { readonly do: "sell"; readonly index: number; readonly qty: number; readonly over: number }
  | { readonly do: "move"; readonly direction: "IN" | "OUT"; readonly amount: number }
  | { readonly do: "turn"; readonly index: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("sell" as const),
      index: fc.nat(11),
      qty: fc.integer({ min: 1, max: 5 }),
      over: fc.nat(100_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("move" as const),
      direction: fc.constantFrom("IN" as const, "OUT" as const),
      amount: fc.integer({ min: 1, max: 90_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("turn" as const), index: fc.nat(1) }) },
);

async function take(one: Step): Promise<void> {
  if (one.do === "turn") return login(one.index);
  if (one.do === "move") return void (await move(one.direction, one.amount));
  await put(one.index, one.qty);
  await core.cashier.buyer.setPublic.mutate();
  await pay(core, core.state().cart.total + one.over);
}

/** What the entries of one shift come to, added up without the till's own rules. */
function sumOfJournal(shiftId: string) {
  const own = (kind: string) => bodies(kind).filter((body) => body["shiftId"] === shiftId);
  const sum = (rows: Record<string, unknown>[], of: (row: never) => number): number =>
    rows.reduce((total, row) => total + of(row as never), 0);
  const sales = own("SALE");
  const moves = own("CASH_MOVED");
  const total = sum(sales, (sale: { total: number }) => sale.total);
  const [opened] = own("SHIFT_OPENED") as { float: number }[];
  const cashIn = sum(moves, (one: { direction: string; amount: number }) =>
    one.direction === "IN" ? one.amount : 0,
  );
  const cashOut = sum(moves, (one: { amount: number }) => one.amount) - cashIn;
  const ids = sales.map((sale) => String(sale["saleId"])).join("\n");
  const float = opened?.float ?? 0;
  return {
    float,
    cashSales: total,
    cashIn,
    cashOut,
    cashRefunds: 0,
    expected: float + total + cashIn - cashOut,
    sales: { count: sales.length, total },
    sealed: { count: sales.length, hash: createHash("sha256").update(ids).digest("hex") },
  };
}

test("a Z's figures are what the shift's entries come to, whatever the day was like", async () => {
  await closed(200_000);
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.integer({ min: 0, max: 5_000 }),
      async (steps, hundreds) => {
        await openShop(core, till, 100_000);
        const { shiftId = "" } = core.state().shift ?? {};
        for (const one of steps) await take(one);
        const { closing } = await closed(hundreds * 100, "UNKNOWN");
        const [body] = bodies("SHIFT_CLOSED").filter((one) => one["shiftId"] === shiftId);
        const expected = sumOfJournal(shiftId);
        expect(body).toMatchObject(expected);
        expect(closing?.difference).toBe(hundreds * 100 - expected.expected);
      },
    ),
    { numRuns: 15, seed: 20_251 },
  );
}, 60_000);
