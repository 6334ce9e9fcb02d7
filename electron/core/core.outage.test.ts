import { expect, test, vi } from "vitest";
import { AppError } from "../../shared/contract/errors.ts";
import { KnownBody } from "../../shared/contract/journal-bodies.ts";
import type { Clock, SealBox } from "./adapters.ts";
import { startNetworkPrinter } from "./printing/testing/network-printer.ts";
import { systemClock } from "./system.ts";
import { openShops } from "./testing/open-shops.ts";
import { readTill, soundJournal } from "./testing/read-till.ts";
import { networkPrinterAt, savePrinter } from "./testing/sample-printer.ts";
import { newId, openShop, pay } from "./testing/test-core.ts";

const LOOK_MS = 30_000;
const MINUTE_MS = 60_000;

let wall = Date.now();
/** Time passes on both clocks together; what a test adds is a day of its own. */
const START = { wall, monotonic: systemClock.monotonicMs() };
const clock: Clock = {
  wallMs: () => wall,
  monotonicMs: () => START.monotonic + wall - START.wall,
};
let locked = false;
const seal: SealBox = {
  protected: false,
  seal: (plain) => Promise.resolve(plain),
  unseal: (sealed) => (locked ? Promise.reject(new Error("locked")) : Promise.resolve(sealed)),
};
let full = false;
const told: string[] = [];
const shop = openShops({ clock }, () => ({
  clock,
  seal,
  step: (name) => {
    if (full && name === "before commit") throw new AppError("DB_DISK_FULL");
  },
  log: (_event, facts) => void told.push(String(facts?.["code"])),
}));

const pass = (ms: number): void => {
  wall += ms;
  shop.core.pass(LOOK_MS);
};
async function sell(): Promise<void> {
  await shop.core.cashier.cart.add.mutate({ productId: shop.till.products[0]!.productId, qty: 1 });
  await shop.core.cashier.buyer.setPublic.mutate();
  await pay(shop.core);
}
const outages = (): unknown[] =>
  readTill(shop.dataDir, "SELECT body FROM journal WHERE kind = 'OUTAGE' ORDER BY seq").map((row) =>
    KnownBody.parse(JSON.parse((row as { body: string }).body)),
  );
const text = (ms: number): string => new Date(ms).toISOString();

test("a signing key that was away is told from-to once it is back, whatever was restarted", async () => {
  locked = true;
  await shop.restart();
  const since = wall;
  const [first] = shop.till.cashiers;
  await shop.core.cashier.session.login.mutate({ cashierId: first!.cashierId, pin: first!.pin });
  await sell();
  pass(20 * MINUTE_MS);
  await shop.restart();
  await openShop(shop.core, shop.till);
  pass(20 * MINUTE_MS);
  locked = false;
  pass(0);
  await shop.core.until(({ sync }) => sync.failureCode !== "KEY_UNAVAILABLE");
  pass(0);
  pass(LOOK_MS);
  expect(outages()).toMatchObject([{ of: "SIGNER", from: text(since), to: text(wall - LOOK_MS) }]);
  const { tillId, publicKey } = shop.till;
  expect(soundJournal(shop.dataDir, tillId, publicKey).slice(-3)).toEqual([
    "SALE",
    "SIGNER_RESTORED",
    "OUTAGE",
  ]);
});

test("a printer that is out is told once it is ready, not for a change of paper, and sales go on", async () => {
  const printer = await startNetworkPrinter({ kind: "EPSON" });
  await savePrinter(shop.core, shop.till, networkPrinterAt(printer.port));
  await sell();
  await shop.core.until((state) => state.lastSale?.printOutcome === "PRINTED");
  await printer.turnOff();
  await sell();
  await shop.core.until((state) => state.printer.state === "UNREACHABLE");
  pass(0);
  const since = wall;
  await sell();
  pass(15 * MINUTE_MS);
  expect(outages()).toEqual([]);
  await printer.turnOn();
  await shop.core.cashier.printer.retry.mutate();
  await shop.core.until((state) => state.printer.state === "READY");
  pass(0);
  expect(outages()).toMatchObject([{ of: "PRINTER", from: text(since), to: text(wall) }]);
  await printer.turnOff();
});

test("a clock in doubt is out until a supervisor sets it", async () => {
  wall -= 60 * MINUTE_MS;
  await sell();
  shop.core.pass(LOOK_MS);
  const { cashierId, pin } = shop.till.cashiers[1]!;
  await shop.core.cashier.session.login.mutate({ cashierId, pin });
  const { setClock } = shop.core.cashier.setting;
  const offsetMs = 60 * MINUTE_MS;
  await setClock.mutate({ commandId: newId(), offsetMs, approvalId: null });
  shop.core.pass(LOOK_MS);
  expect(outages()).toMatchObject([{ of: "CLOCK", clock: "WALL" }]);
  wall += 60 * MINUTE_MS;
});

test("a disk that is full when the signing key is back ends nothing, and the key is back once there is room", async () => {
  locked = true;
  await shop.restart();
  await openShop(shop.core, shop.till);
  await sell();
  locked = false;
  full = true;
  shop.core.pass(10_000);
  await vi.waitFor(() => expect(told).toContain("DB_DISK_FULL"));
  full = false;
  shop.core.pass(10_000);
  const { tillId, publicKey } = shop.till;
  expect(soundJournal(shop.dataDir, tillId, publicKey).slice(-2)).toEqual([
    "SALE",
    "SIGNER_RESTORED",
  ]);
});
