import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkSaleSums } from "../../shared/domain/sale-sums.ts";
import { SaleBody } from "../../shared/contract/journal-bodies.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { countTill, readTill, soundJournal } from "./testing/read-till.ts";
import { cash, newId, openShop, pay, startCore, type TestCore } from "./testing/test-core.ts";
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
  await openShop(core, till);
});
afterEach(() => core.close());

const scan = (text: string, source: "WEDGE" | "CAMERA" | "TYPED" = "WEDGE") =>
  core.cashier.scan.text.mutate({ text, source });
const add = (index: number, qty = 1) =>
  core.cashier.cart.add.mutate({ productId: till.products[index]!.productId, qty });

describe("a sale to an ASN by signed card", () => {
  test("is whole: entry, lines, tender, stock, number, turnover, receipt, command, new cart", async () => {
    const { cartId } = core.state().cart;
    await scan(till.products[0]!.barcode);
    await scan(till.products[1]!.barcode);
    await scan(till.cardOf(till.people[0]!), "CAMERA");
    expect(core.state().cart).toMatchObject({
      total: 22_500,
      buyer: { name: till.people[0]!.name, assurance: "SIGNED_CARD", confirmed: true },
    });
    const sale = await pay(core, 50_000);
    expect(sale).toMatchObject({ total: 22_500, change: 27_500, counted: 22_500, signed: true });
    expect(sale.number).toMatch(/^KB-01-\d{6}-000001$/);
    const kinds = soundJournal(dataDir, till.tillId, till.publicKey);
    expect(kinds).toEqual(["TILL_STARTED", "SHIFT_OPENED", "SALE"]);
    expect(readTill(dataDir, "SELECT receipt, turnover, reversals FROM counter")).toEqual([
      { receipt: 1, turnover: 22_500, reversals: 0 },
    ]);
    expect(countTill(dataDir, "SELECT count(*) FROM sale_line")).toBe(2);
    expect(readTill(dataDir, "SELECT kind, amount FROM tender")).toEqual([
      { kind: "CASH", amount: 50_000 },
    ]);
    const stock = "SELECT qty FROM stock WHERE product_id = ?";
    expect(countTill(dataDir, stock, till.products[0]!.productId)).toBe(99);
    expect(countTill(dataDir, "SELECT count(*) FROM print_job WHERE outcome = 'WAITING'")).toBe(1);
    expect(core.state().cart).toMatchObject({ lines: [], buyer: null });
    expect(core.state().cart.cartId).not.toBe(cartId);
  });

  test("has a body that keeps the contract and whose sums hold", async () => {
    await add(0, 3);
    await scan(till.cardOf(till.people[1]!));
    await pay(core);
    const [row] = readTill(dataDir, "SELECT body FROM journal WHERE kind = 'SALE'");
    const { body } = row as { body: string };
    const parsed = SaleBody.parse(JSON.parse(body));
    expect(JSON.stringify(parsed)).toBe(body);
    expect(checkSaleSums(parsed)).toEqual({ ok: true, value: true });
    expect(body).not.toContain(till.people[1]!.name);
    expect(body).not.toContain(till.people[1]!.nip);
  });

  test("moves the month at once, and adds up with what was bought before", async () => {
    const person = till.people[0]!;
    await add(0, 3);
    await scan(till.cardOf(person));
    const { buyer } = core.state().cart;
    expect(buyer).toMatchObject({
      month: { state: "SHORT", counted: 0, short: 50_000 },
      afterCart: { state: "SHORT", counted: 30_000, short: 20_000 },
    });
    const first = await pay(core);
    expect(first.month).toMatchObject({ state: "SHORT", counted: 30_000 });
    await add(0, 2);
    await scan(till.cardOf(person));
    const second = await pay(core);
    expect(second.month).toMatchObject({ state: "MET", counted: 50_000, short: 0 });
  });

  test("does not count what may not count", async () => {
    await add(0);
    await add(till.products.length - 1);
    await scan(till.cardOf(till.people[0]!));
    expect(await pay(core)).toMatchObject({ total: 12_000, counted: 10_000 });
  });

  test("says on the display who is greeted, masked, and thanks with the change", async () => {
    await add(0);
    await scan(till.cardOf(till.people[0]!));
    const cart = await core.untilShown((shown) => shown.screen === "CART" && shown.buyer !== null);
    expect(cart).toMatchObject({ buyer: { maskedName: "Siti A. 1.", nipLast4: "1001" } });
    expect(JSON.stringify(cart)).not.toContain(till.people[0]!.nip);
    await pay(core, 20_000);
    const thanks = await core.untilShown(({ screen }) => screen === "THANKS");
    expect(thanks).toMatchObject({ change: 10_000, buyer: { maskedName: "Siti A. 1." } });
    core.pass(60_000);
    await core.untilShown(({ screen }) => screen === "IDLE");
  });
});

describe("a buyer without a card of ours", () => {
  test("by NIP text must be compared with the card before the sale is paid", async () => {
    await add(0);
    expect(await scan(till.people[2]!.nip)).toEqual({ kind: "BUYER", confirmed: false });
    expect(core.state().cart.buyer).toMatchObject({ assurance: "NIP_QR", match: "MATCHED" });
    await expect(pay(core)).rejects.toMatchObject({ code: "BUYER_NOT_CONFIRMED" });
    await core.cashier.buyer.confirm.mutate();
    await core.cashier.buyer.setProxy.mutate({ proxy: true });
    await pay(core);
    expect(readTill(dataDir, "SELECT assurance, proxy FROM sale")).toEqual([
      { assurance: "NIP_QR", proxy: 1 },
    ]);
  });

  test("unknown to the roster is sold to as waiting for a match; the NIP stands sealed in private", async () => {
    const nip = "198001012005011777";
    await add(0);
    const scanned = await core.cashier.buyer.typedNip.mutate({ nip });
    expect(scanned).toEqual({ kind: "BUYER", confirmed: false });
    expect(core.state().cart.buyer).toMatchObject({
      personId: null,
      match: "PENDING",
      nipLast4: "1777",
      warnings: ["NIP_UNKNOWN"],
    });
    await core.cashier.buyer.confirm.mutate();
    const sale = await pay(core);
    expect(sale).toMatchObject({ buyerName: null, counted: 10_000, month: null });
    const [row] = readTill(dataDir, "SELECT body, private_sealed FROM journal WHERE kind = 'SALE'");
    const { body, private_sealed: sealed } = row as { body: string; private_sealed: Buffer };
    expect(JSON.parse(body).privateHash).toMatch(/^[0-9a-f]{64}$/);
    expect(body).not.toContain(nip);
    expect(sealed.includes(nip)).toBe(false);
  });

  test("with a card the roster does not know yet is sold to as waiting for a match", async () => {
    await add(0);
    await scan(till.cardOf({ personId: newId(), serial: 999_999 }));
    expect(core.state().cart.buyer).toMatchObject({ match: "PENDING", warnings: ["CARD_UNKNOWN"] });
    await pay(core);
    expect(readTill(dataDir, "SELECT match, person_id, card_serial FROM sale")).toEqual([
      { match: "PENDING", person_id: null, card_serial: 999_999 },
    ]);
  });

  test("from the public credits nobody", async () => {
    await add(0);
    await expect(pay(core)).rejects.toMatchObject({ code: "BUYER_NOT_SET" });
    await core.cashier.buyer.setPublic.mutate();
    expect(await pay(core)).toMatchObject({ buyerKind: "PUBLIC", counted: 0, month: null });
  });
});

describe("a command", () => {
  test("repeated gives the same sale and sells nothing again", async () => {
    await add(0);
    await core.cashier.buyer.setPublic.mutate();
    const { cartId, total } = core.state().cart;
    const command = { commandId: newId(), cartId, expectedTotal: total, tenders: [cash(20_000)] };
    const first = await core.cashier.sale.pay.mutate(command);
    const again = await core.cashier.sale.pay.mutate(command);
    expect(again.saleId).toBe(first.saleId);
    expect(countTill(dataDir, "SELECT count(*) FROM sale")).toBe(1);
    expect(countTill(dataDir, "SELECT count(*) FROM print_job")).toBe(1);
    const found = await core.cashier.sale.byCommand.query({ commandId: command.commandId });
    expect(found?.saleId).toBe(first.saleId);
  });

  test("repeated after a restart still sells nothing again", async () => {
    await add(0);
    await core.cashier.buyer.setPublic.mutate();
    const { cartId, total } = core.state().cart;
    const command = { commandId: newId(), cartId, expectedTotal: total, tenders: [cash(total)] };
    const first = await core.cashier.sale.pay.mutate(command);
    await core.close();
    core = await startCore(dataDir);
    const known = await core.cashier.sale.byCommand.query({ commandId: command.commandId });
    expect(known?.number).toBe(first.number);
    await openShop(core, till);
    const again = await core.cashier.sale.pay.mutate(command);
    expect(again.saleId).toBe(first.saleId);
    expect(countTill(dataDir, "SELECT count(*) FROM sale")).toBe(1);
  });

  test("under an id that came with other content is refused", async () => {
    await add(0);
    await core.cashier.buyer.setPublic.mutate();
    const commandId = newId();
    await pay(core, 20_000, commandId);
    await add(1);
    await core.cashier.buyer.setPublic.mutate();
    await expect(pay(core, 20_000, commandId)).rejects.toMatchObject({ code: "COMMAND_REUSED" });
    expect(countTill(dataDir, "SELECT count(*) FROM sale")).toBe(1);
  });

  test("that never came is told as such", async () => {
    expect(await core.cashier.sale.byCommand.query({ commandId: newId() })).toBeNull();
  });
});

describe("the till refuses", () => {
  test.each([
    [0, "QTY_ZERO"],
    [-1, "QTY_NEGATIVE"],
    [1.5, "QTY_NOT_WHOLE"],
    [10_000, "QTY_TOO_LARGE"],
    [1e300, "QTY_TOO_LARGE"],
  ])("a quantity of %s with %s", async (qty, code) => {
    await expect(add(0, qty)).rejects.toMatchObject({ code });
    await add(0);
    const change = core.cashier.cart.setQty.mutate({ lineNo: 1, qty });
    await expect(change).rejects.toMatchObject({ code });
    expect(core.state().cart.pieces).toBe(1);
  });

  test.each([
    [9_999, "TENDER_BELOW_TOTAL"],
    [0, "TENDER_BELOW_TOTAL"],
    [10_000.5, "AMOUNT_MALFORMED"],
    [-10_000, "AMOUNT_MALFORMED"],
    [1e15, "AMOUNT_TOO_LARGE"],
  ])("cash of %s for Rp10.000 with %s", async (tendered, code) => {
    await add(0);
    await core.cashier.buyer.setPublic.mutate();
    await expect(pay(core, tendered)).rejects.toMatchObject({ code });
    expect(countTill(dataDir, "SELECT count(*) FROM sale")).toBe(0);
    expect(core.state().cart.total).toBe(10_000);
  });

  test("another total than the cashier saw, an empty cart, and a cart that is gone", async () => {
    await core.cashier.buyer.setPublic.mutate();
    await expect(pay(core, 1_000)).rejects.toMatchObject({ code: "CART_EMPTY" });
    await add(0);
    const { cartId } = core.state().cart;
    const payment = { commandId: newId(), cartId, expectedTotal: 9_000, tenders: [cash(10_000)] };
    const refused = { code: "TOTAL_CHANGED" };
    await expect(core.cashier.sale.pay.mutate(payment)).rejects.toMatchObject(refused);
    const gone = { ...payment, cartId: newId(), expectedTotal: 10_000 };
    await expect(core.cashier.sale.pay.mutate(gone)).rejects.toMatchObject(refused);
  });

  test("input of another shape, and a second shift", async () => {
    const shapeless = {
      commandId: "x",
      cartId: "y",
      expectedTotal: Number.NaN,
      tenders: [cash(1)],
    };
    const call = core.cashier.sale.pay.mutate(shapeless);
    await expect(call).rejects.toMatchObject({ code: "BAD_INPUT" });
    const shift = core.cashier.shift.open.mutate({ commandId: newId(), float: 1 });
    await expect(shift).rejects.toMatchObject({ code: "SHIFT_OPEN" });
    const float = core.cashier.shift.open.mutate({ commandId: newId(), float: -1 });
    await expect(float).rejects.toMatchObject({ code: "FLOAT_INVALID" });
  });

  test("a display that asks for anything but what to show", async () => {
    const asked = (core.display as unknown as TestCore["cashier"]).sale.last.query();
    await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the cart", () => {
  test("takes its last line change back and keeps its buyer", async () => {
    await add(0);
    await core.cashier.buyer.setPublic.mutate();
    await add(1, 2);
    await core.cashier.cart.undo.mutate();
    expect(core.state().cart).toMatchObject({ pieces: 1, buyer: { kind: "PUBLIC" } });
    await core.cashier.cart.removeLine.mutate({ lineNo: 1 });
    expect(core.state().cart.lines).toEqual([]);
    await core.cashier.cart.undo.mutate();
    expect(core.state().cart.pieces).toBe(1);
  });

  test("survives a restart with its buyer and starts anew with none", async () => {
    await add(0);
    await scan(till.cardOf(till.people[0]!));
    const { cartId } = core.state().cart;
    await core.close();
    core = await startCore(dataDir);
    expect(core.state()).toMatchObject({ phase: "LOCKED", cart: { lines: [], buyer: null } });
    await openShop(core, till);
    expect(core.state().cart).toMatchObject({ cartId, buyer: { name: till.people[0]!.name } });
    await core.cashier.cart.clear.mutate();
    expect(core.state().cart).toMatchObject({ lines: [], buyer: null });
  });
});

describe("a copy of a receipt", () => {
  test("is marked and journalled, once for each command", async () => {
    await add(0);
    await scan(till.cardOf(till.people[0]!));
    const { saleId } = await pay(core);
    const commandId = newId();
    const copied = await core.cashier.sale.reprint.mutate({ commandId, saleId });
    await core.cashier.sale.reprint.mutate({ commandId, saleId });
    expect(copied.copies).toBe(1);
    await core.cashier.sale.reprint.mutate({ commandId: newId(), saleId });
    expect(soundJournal(dataDir, till.tillId, till.publicKey).slice(2)).toEqual([
      "SALE",
      "REPRINTED",
      "REPRINTED",
    ]);
    const jobs = readTill(dataDir, "SELECT copy, outcome FROM print_job ORDER BY copy");
    expect(jobs).toEqual([0, 1, 2].map((copy) => ({ copy, outcome: "WAITING" })));
  });

  test("of a sale that is not there is refused", async () => {
    const call = core.cashier.sale.reprint.mutate({ commandId: newId(), saleId: newId() });
    await expect(call).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
