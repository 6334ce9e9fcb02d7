import { expect, test } from "vitest";
import type { Clock } from "./adapters.ts";
import { systemClock } from "./system.ts";
import { openShops } from "./testing/open-shops.ts";
import { readTill, soundJournal } from "./testing/read-till.ts";
import { pay } from "./testing/test-core.ts";

/** 1 December 2026, 00.20 WIB: a day and a month have just begun. */
const AFTER_MIDNIGHT = Date.UTC(2026, 10, 30, 17, 20, 0);
const MINUTE_MS = 60_000;

let wall = AFTER_MIDNIGHT;
const clock: Clock = { wallMs: () => wall, monotonicMs: systemClock.monotonicMs };
const shop = openShops({ clock }, () => ({ clock }));

async function sell(): Promise<void> {
  const { core, till } = shop;
  await core.cashier.cart.add.mutate({ productId: till.products[0]!.productId, qty: 1 });
  await core.cashier.scan.text.mutate({ text: till.cardOf(till.people[0]!), source: "WEDGE" });
  await pay(core);
}

type Sale = {
  readonly at: string;
  readonly number: string;
  readonly clock: string;
  period: string;
};
const sales = (): Sale[] =>
  readTill(shop.dataDir, "SELECT body FROM journal WHERE kind = 'SALE' ORDER BY seq").map(
    (row) => JSON.parse((row as { body: string }).body) as Sale,
  );

test("section 9 row 19, a wrong clock: moved back over midnight and month, the till sells on, says so, and no number repeats", async () => {
  await sell();
  wall -= 40 * MINUTE_MS;
  await sell();
  await shop.restart();
  const [first] = shop.till.cashiers;
  await shop.core.cashier.session.login.mutate({ cashierId: first!.cashierId, pin: first!.pin });
  await sell();
  wall = AFTER_MIDNIGHT + 5 * MINUTE_MS;
  await sell();
  expect(sales().map(({ clock: state, period }) => [state, period])).toEqual([
    ["WALL", "2026-12"],
    ["DOUBTFUL", "2026-11"],
    ["DOUBTFUL", "2026-11"],
    ["WALL", "2026-12"],
  ]);
  expect(sales().map(({ number }) => number)).toEqual([
    "KB-01-261201-000001",
    "KB-01-261130-000002",
    "KB-01-261130-000003",
    "KB-01-261201-000004",
  ]);
  const { tillId, publicKey } = shop.till;
  expect(soundJournal(shop.dataDir, tillId, publicKey)).toContain("SALE");
});
