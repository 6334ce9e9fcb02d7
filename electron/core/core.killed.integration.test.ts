import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type NetworkPrinter, startNetworkPrinter } from "./printing/testing/network-printer.ts";
import type { PreparedTill } from "./testing/prepare-till.ts";
import { countTill, readTill, soundJournal } from "./testing/read-till.ts";
import { type ForkedCore, forkCore } from "./testing/forked-core.ts";
import { networkPrinterAt, savePrinter } from "./testing/sample-printer.ts";
import { cash, newId } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

const STEPPING_CORE = new URL("./testing/stepping-core.ts", import.meta.url);

let template: TillTemplate;
let till: PreparedTill;

beforeAll(async () => {
  template = await createTillTemplate();
  till = template.till;
});
afterAll(() => template.remove());

/** Rings up two pieces for an ASN and gives the payment that would sell them. */
async function ringUp({ cashier }: ForkedCore) {
  const { cashierId, pin } = till.cashiers[0]!;
  await cashier.session.login.mutate({ cashierId, pin });
  await cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
  await cashier.cart.add.mutate({ productId: till.products[0]!.productId, qty: 2 });
  await cashier.scan.text.mutate({ text: till.cardOf(till.people[0]!), source: "WEDGE" });
  return { commandId: newId(), expectedTotal: 20_000, tenders: [cash(50_000)] };
}

function cartIdOf(dataDir: string): string {
  const [row] = readTill(dataDir, "SELECT cart_id AS cartId FROM cart");
  return (row as { cartId: string }).cartId;
}

describe("the core killed in the middle of a payment", () => {
  test.each([
    ["payment received", false],
    ["transaction open", false],
    ["entry written", false],
    ["sale written", false],
    ["cart cleared", false],
    ["before commit", false],
    ["after commit", true],
    ["before answer", true],
  ])("at `%s` leaves a whole sale or none (sold: %s), and says which", async (point, sold) => {
    const dataDir = template.copy();
    const killed = await forkCore(dataDir, { entry: STEPPING_CORE, argv: [point] });
    const payment = { ...(await ringUp(killed)), cartId: cartIdOf(dataDir) };
    killed.arm();
    const call = killed.cashier.sale.pay.mutate(payment);
    await expect(call).rejects.toMatchObject({ code: "CORE_GONE" });
    expect(await killed.ended).toBe("SIGKILL");

    const core = await forkCore(dataDir);
    const { commandId } = payment;
    const found = await core.cashier.sale.byCommand.query({ commandId });
    expect(found !== null).toBe(sold);
    expect(traces(dataDir)).toEqual(sold ? WHOLE : NONE);

    const { cashierId, pin } = till.cashiers[0]!;
    await core.cashier.session.login.mutate({ cashierId, pin });
    const again = await core.cashier.sale.pay.mutate(payment);
    expect(again).toMatchObject({ total: 20_000, change: 30_000, counted: 20_000 });
    if (found !== null) expect(again.saleId).toBe(found.saleId);
    expect(traces(dataDir)).toEqual(WHOLE);
    expect(await core.shutdown()).toBe(0);
    const kinds = soundJournal(dataDir, till.tillId, till.publicKey);
    expect(kinds).toEqual(["TILL_STARTED", "SHIFT_OPENED", "SALE"]);
  });
});

const NONE = {
  sale: 0,
  lines: 0,
  tenders: 0,
  moved: 0,
  stock: 100,
  jobs: 0,
  command: 0,
  cart: 2,
  receipt: 0,
  turnover: 0,
  entries: 2,
};
const WHOLE = {
  sale: 1,
  lines: 1,
  tenders: 1,
  moved: 1,
  stock: 98,
  jobs: 1,
  command: 1,
  cart: 0,
  receipt: 1,
  turnover: 20_000,
  entries: 3,
};

/** What a payment leaves in each table. */
function traces(dataDir: string): typeof NONE {
  const count = (sql: string) => countTill(dataDir, sql);
  return {
    sale: count("SELECT count(*) FROM sale"),
    lines: count("SELECT count(*) FROM sale_line"),
    tenders: count("SELECT count(*) FROM tender"),
    moved: count("SELECT count(*) FROM stock_movement"),
    stock: countTill(
      dataDir,
      "SELECT qty FROM stock WHERE product_id = ?",
      till.products[0]!.productId,
    ),
    jobs: count("SELECT count(*) FROM print_job"),
    command: count("SELECT count(*) FROM command WHERE procedure = 'sale.pay'"),
    cart: count("SELECT coalesce(sum(value ->> 'qty'), 0) FROM cart, json_each(body, '$.lines')"),
    receipt: count("SELECT receipt FROM counter"),
    turnover: count("SELECT turnover FROM counter"),
    entries: count("SELECT count(*) FROM journal"),
  };
}

type Cashier = ForkedCore["cashier"];
/** Makes ready what a command needs, and gives the command: asked again it is the same one. */
type Ready = (cashier: Cashier) => Promise<(cashier: Cashier) => Promise<unknown>>;

async function addGoods(cashier: Cashier, index: number): Promise<void> {
  await cashier.cart.add.mutate({ productId: till.products[index]!.productId, qty: 2 });
}

async function openShift(cashier: Cashier): Promise<void> {
  await logIn(cashier);
  await cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
}

async function logIn(cashier: Cashier): Promise<void> {
  const { cashierId, pin } = till.cashiers[0]!;
  await cashier.session.login.mutate({ cashierId, pin });
}

let dataDir: string;

async function sold(cashier: Cashier): Promise<string> {
  await addGoods(cashier, 0);
  await cashier.buyer.setPublic.mutate();
  const sale = await cashier.sale.pay.mutate({
    commandId: newId(),
    cartId: cartIdOf(dataDir),
    expectedTotal: 20_000,
    tenders: [cash(20_000)],
  });
  return sale.saleId;
}

const COMMANDS: readonly [string, Ready][] = [
  [
    "hold",
    async (ready) => {
      await addGoods(ready, 0);
      const held = { commandId: newId(), cartId: cartIdOf(dataDir) };
      return (cashier) => cashier.cart.hold.mutate(held);
    },
  ],
  [
    "resume",
    async (ready) => {
      await addGoods(ready, 0);
      const cartId = cartIdOf(dataDir);
      await ready.cart.hold.mutate({ commandId: newId(), cartId });
      await addGoods(ready, 1);
      const resumed = { commandId: newId(), cartId };
      return (cashier) => cashier.cart.resume.mutate(resumed);
    },
  ],
  [
    "return",
    async (ready) => {
      const saleId = await sold(ready);
      const lines = [{ no: 1, qty: 1, condition: "BAIK" as const }];
      const { cashierId: staffId, pin } = till.cashiers[1]!;
      const asked = { staffId, pin, action: "RETURN" as const, subject: saleId, amount: 10_000 };
      const { approvalId } = await ready.approval.request.mutate(asked);
      const back = { saleId, lines, reason: "DAMAGED" as const, refundBy: "CASH" as const };
      const returned = { ...back, commandId: newId(), approvalId, expectedTotal: 10_000 };
      return (cashier) => cashier.history.return.mutate(returned);
    },
  ],
  [
    "void",
    async (ready) => {
      const saleId = await sold(ready);
      const why = { reason: "WRONG_BUYER" as const, note: "kartu tertukar", approvalId: null };
      const undone = { ...why, commandId: newId(), saleId };
      return (cashier) => cashier.history.void.mutate(undone);
    },
  ],
  [
    "cash move",
    async () => {
      const moved = {
        commandId: newId(),
        direction: "IN" as const,
        amount: 50_000,
        reason: "CHANGE" as const,
        note: "",
      };
      return (cashier) => cashier.shift.moveCash.mutate(moved);
    },
  ],
  [
    "close",
    async (ready) => {
      await sold(ready);
      const counts = [{ value: 20_000, pieces: 6 }];
      const closed = { commandId: newId(), counts, reason: null, note: "" };
      return (cashier) => cashier.shift.close.mutate(closed);
    },
  ],
];

describe.each(COMMANDS)("the core killed in the middle of a %s", (name, ready) => {
  test.each([
    ["before commit", false],
    ["after commit", true],
  ])(
    "at `%s` leaves all of it or nothing (done: %s), and its repeat adds nothing",
    async (point, done) => {
      dataDir = template.copy();
      const killed = await forkCore(dataDir, { entry: STEPPING_CORE, argv: [point] });
      await openShift(killed.cashier);
      const ask = await ready(killed.cashier);
      const before = everything(dataDir);
      killed.arm();
      await expect(ask(killed.cashier)).rejects.toMatchObject({ code: "CORE_GONE" });
      expect(await killed.ended).toBe("SIGKILL");
      expect(everything(dataDir) === before).toBe(!done);

      const core = await forkCore(dataDir);
      await logIn(core.cashier);
      const found = everything(dataDir);
      // An approval is for its moment alone: what was not done is asked for anew, with another.
      if (done || name !== "return") await ask(core.cashier);
      if (done) expect(everything(dataDir)).toBe(found);
      else if (name !== "return") expect(everything(dataDir)).not.toBe(found);
      expect(await core.shutdown()).toBe(0);
      soundJournal(dataDir, till.tillId, till.publicKey);
    },
  );
});

describe("the core killed in the middle of a change of its key", () => {
  test.each([
    ["next key made", false],
    ["before commit", false],
    ["after commit", true],
    ["key in place", true],
  ])("at `%s` signs on with the key its journal names (changed: %s)", async (point, changed) => {
    dataDir = template.copy();
    const killed = await forkCore(dataDir, { entry: STEPPING_CORE, argv: [point] });
    await logInSupervisor(killed.cashier);
    const asked = { commandId: newId(), approvalId: null };
    killed.arm();
    const call = killed.cashier.setting.changeKey.mutate(asked);
    await expect(call).rejects.toMatchObject({ code: "CORE_GONE" });
    expect(await killed.ended).toBe("SIGKILL");
    const changes = "SELECT count(*) FROM journal WHERE kind = 'KEY_CHANGED'";
    expect(countTill(dataDir, changes)).toBe(changed ? 1 : 0);

    const core = await forkCore(dataDir);
    await logInSupervisor(core.cashier);
    await core.cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
    await core.cashier.setting.changeKey.mutate(asked);
    expect(countTill(dataDir, changes)).toBe(1);
    await sold(core.cashier);
    expect(await core.shutdown()).toBe(0);
    expect(soundJournal(dataDir, till.tillId, till.publicKey)).toContain("KEY_CHANGED");
    expect(countTill(dataDir, "SELECT count(*) FROM journal WHERE signature = ''")).toBe(0);
  });
});

async function logInSupervisor(cashier: Cashier): Promise<void> {
  const { cashierId, pin } = till.cashiers[1]!;
  await cashier.session.login.mutate({ cashierId, pin });
}

describe("the core killed while it keeps what became of a receipt", () => {
  test.each([
    ["before commit", "FAILED"],
    ["after commit", "PRINTED"],
  ])("at `%s` says %s after, and prints it once", async (point, outcome) => {
    dataDir = template.copy();
    const printer = await startNetworkPrinter({ kind: "EPSON_LATE", delayMs: 2_500 });
    try {
      const killed = await forkCore(dataDir, { entry: STEPPING_CORE, argv: [point] });
      await openShift(killed.cashier);
      await savePrinter(killed, till, networkPrinterAt(printer.port));
      await sold(killed.cashier);
      await expect.poll(() => receiptsAt(printer), { timeout: 20_000 }).toBe(1);
      killed.arm();
      expect(await killed.ended).toBe("SIGKILL");

      const core = await forkCore(dataDir);
      await logIn(core.cashier);
      expect(readTill(dataDir, "SELECT outcome FROM print_job")).toEqual([{ outcome }]);
      expect(countTill(dataDir, "SELECT count(*) FROM sale")).toBe(1);
      expect(await core.shutdown()).toBe(0);
      expect(receiptsAt(printer)).toBe(1);
    } finally {
      await printer.turnOff();
    }
  });
});

/** Papers with more on them than a question for the printer's state. */
function receiptsAt(printer: NetworkPrinter): number {
  return printer.jobs().filter((bytes) => bytes.length > 200).length;
}

/** All that stands in a till's file. */
function everything(folder: string): string {
  const names = readTill(folder, "SELECT name FROM sqlite_master WHERE type = 'table'");
  const tables = (names as { name: string }[]).map(({ name }) => [
    name,
    readTill(folder, `SELECT * FROM "${name}"`),
  ]);
  return JSON.stringify(tables);
}

describe("the forked core", () => {
  test("says why it does not start", async () => {
    const dataDir = template.copy();
    const holder = await forkCore(dataDir);
    await expect(forkCore(dataDir)).rejects.toThrow("DB_IN_USE");
    expect(await holder.shutdown()).toBe(0);
  });
});
