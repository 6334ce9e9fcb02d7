import { expect, test } from "vitest";
import { KnownBody } from "../../shared/contract/journal-bodies.ts";
import { openShops } from "./testing/open-shops.ts";
import { countTill, readTill, soundJournal } from "./testing/read-till.ts";
import { cash, newId, openShop, pay } from "./testing/test-core.ts";

const shop = openShops();

const add = (product: number, qty = 1) =>
  shop.core.cashier.cart.add.mutate({ productId: shop.till.products[product]!.productId, qty });

async function enter(commandId = newId()): Promise<void> {
  const { cashier, state } = shop.core;
  const { cashierId: staffId, pin } = shop.till.cashiers[1]!;
  const scope = { action: "TRAINING", subject: state().shift!.shiftId, amount: 0 } as const;
  const approved = await cashier.approval.request.mutate({ ...scope, staffId, pin });
  await cashier.training.enter.mutate({ commandId, ...approved });
}
const leave = () => shop.core.cashier.training.leave.mutate({ commandId: newId() });
const kinds = () => soundJournal(shop.dataDir, shop.till.tillId, shop.till.publicKey).slice(2);
const bodies = () =>
  readTill(shop.dataDir, "SELECT body FROM journal ORDER BY seq").map((row) =>
    KnownBody.parse(JSON.parse((row as { body: string }).body)),
  );

test("a supervisor alone begins training; the open cart waits, whole, until it ends", async () => {
  await add(0, 3);
  const real = shop.core.state().cart;
  const alone = shop.core.cashier.training.enter.mutate({ commandId: newId(), approvalId: null });
  await expect(alone).rejects.toMatchObject({ code: "APPROVAL_NEEDED" });
  await enter();
  expect(shop.core.state()).toMatchObject({ training: {}, cart: { lines: [] } });
  await shop.core.untilShown(({ training }) => training);
  await add(1);
  await leave();
  expect(shop.core.state().training).toBeNull();
  expect(shop.core.state().cart).toEqual(real);
  await shop.core.untilShown(({ training }) => !training);
});

test("a training sale is chained and printed, and takes no number, stock, turnover, money or month", async () => {
  await add(0);
  await shop.core.cashier.buyer.setPublic.mutate();
  const before = await pay(shop.core);
  const stock = () => countTill(shop.dataDir, "SELECT sum(qty) FROM stock");
  const counters = () => readTill(shop.dataDir, "SELECT * FROM counter");
  const was = { stock: stock(), counters: counters() };
  const report = await shop.core.cashier.shift.report.query();
  await enter();
  await add(0, 2);
  await shop.core.cashier.scan.text.mutate({
    text: shop.till.cardOf(shop.till.people[0]!),
    source: "WEDGE",
  });
  const { total } = shop.core.state().cart;
  const sale = await pay(shop.core, total + 5_000);
  expect(sale).toMatchObject({ number: "LATIHAN", total, change: 5_000, qrUrl: null, month: null });
  expect(shop.core.state().lastSale).toEqual(sale);
  await leave();
  expect(shop.core.state().lastSale?.number).toBe(before.number);
  expect({ stock: stock(), counters: counters() }).toEqual(was);
  const { cashSales, sales } = report;
  expect(await shop.core.cashier.shift.report.query()).toMatchObject({ cashSales, sales });
  expect(kinds()).toEqual(["SALE", "SETTING_CHANGED", "TRAINING", "SETTING_CHANGED"]);
  const [, , , began, training, ended] = bodies();
  expect(began).toMatchObject({ name: "TRAINING", value: 1, approval: { action: "TRAINING" } });
  expect(training).toMatchObject({ total, change: 5_000 });
  expect(ended).toMatchObject({ name: "TRAINING", value: 0 });
  const jobs = "SELECT count(*) FROM print_job WHERE document_kind = 'TRAINING'";
  expect(countTill(shop.dataDir, jobs)).toBe(1);
});

test("nothing real can be done in training, and a payment sent before it finds another cart", async () => {
  await add(0);
  const { cartId, total } = shop.core.state().cart;
  await enter();
  const { cashier } = shop.core;
  const commandId = newId();
  const refused = { code: "NOT_IN_TRAINING" };
  await expect(cashier.cart.hold.mutate({ commandId, cartId })).rejects.toMatchObject(refused);
  const move = { commandId, direction: "OUT", amount: 1_000, reason: "CHANGE", note: "" } as const;
  await expect(cashier.shift.moveCash.mutate(move)).rejects.toMatchObject(refused);
  const code = cashier.qris.start.mutate({ commandId, cartId, amount: total });
  await expect(code).rejects.toMatchObject(refused);
  const late = { commandId, cartId, expectedTotal: total, tenders: [cash(total)] };
  await expect(cashier.sale.pay.mutate(late)).rejects.toMatchObject({ code: "TOTAL_CHANGED" });
});

test("a payment that is repeated after training ended gives the training sale again", async () => {
  await enter();
  await add(0);
  await shop.core.cashier.buyer.setPublic.mutate();
  const { cartId, total } = shop.core.state().cart;
  const command = { commandId: newId(), cartId, expectedTotal: total, tenders: [cash(total)] };
  const sale = await shop.core.cashier.sale.pay.mutate(command);
  await leave();
  expect(await shop.core.cashier.sale.pay.mutate(command)).toEqual(sale);
  const { commandId } = command;
  expect(await shop.core.cashier.sale.byCommand.query({ commandId })).toEqual(sale);
  expect(kinds().filter((kind) => kind === "TRAINING")).toHaveLength(1);
});

test("a restart ends training, says so, and gives the open cart back", async () => {
  await add(0, 3);
  const real = shop.core.state().cart;
  await enter();
  await add(1);
  await shop.restart();
  await openShop(shop.core, shop.till);
  expect(shop.core.state().training).toBeNull();
  expect(shop.core.state().cart).toEqual(real);
  expect(kinds()).toEqual(["SETTING_CHANGED", "SETTING_CHANGED"]);
  expect(bodies().at(-1)).toMatchObject({ value: 0, actorId: shop.till.tillId });
});
