import { beforeEach, expect, test } from "vitest";
import { KnownBody } from "../../shared/contract/journal-bodies.ts";
import { clockSubject } from "../../shared/domain/setting.ts";
import type { Clock } from "./adapters.ts";
import { systemClock } from "./system.ts";
import { openShops } from "./testing/open-shops.ts";
import { readTill, soundJournal } from "./testing/read-till.ts";
import { newId, pay } from "./testing/test-core.ts";

/** 1 December 2026, 00.20 WIB: a day and a month have just begun. */
const AFTER_MIDNIGHT = Date.UTC(2026, 10, 30, 17, 20, 0);
const MINUTE_MS = 60_000;

let wall = AFTER_MIDNIGHT;
const clock: Clock = { wallMs: () => wall, monotonicMs: systemClock.monotonicMs };
beforeEach(() => {
  wall = AFTER_MIDNIGHT;
});
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

test("a clock in doubt is set by a supervisor alone, journalled, and stays set over a restart", async () => {
  wall = AFTER_MIDNIGHT + 60 * 24 * 60 * MINUTE_MS;
  await sell();
  wall = AFTER_MIDNIGHT;
  await sell();
  expect(shop.core.state().clock.state).toBe("DOUBTFUL");
  const { setClock } = shop.core.cashier.setting;
  const offsetMs = 7 * MINUTE_MS;
  const alone = setClock.mutate({ commandId: newId(), offsetMs, approvalId: null });
  await expect(alone).rejects.toMatchObject({ code: "APPROVAL_NEEDED" });
  const { cashierId: staffId, pin } = shop.till.cashiers[1]!;
  const scope = { action: "CLOCK", subject: clockSubject(offsetMs), amount: 0 } as const;
  const asked = await shop.core.cashier.approval.request.mutate({ ...scope, staffId, pin });
  await setClock.mutate({ commandId: newId(), offsetMs, ...asked });
  expect(shop.core.state().clock).toEqual({ state: "WALL", offsetMs: 7 * MINUTE_MS });
  await sell();
  await shop.restart();
  const [first] = shop.till.cashiers;
  await shop.core.cashier.session.login.mutate({ cashierId: first!.cashierId, pin: first!.pin });
  await sell();
  const { tillId, publicKey } = shop.till;
  expect(soundJournal(shop.dataDir, tillId, publicKey).slice(-3)).toEqual([
    "CLOCK_SET",
    "SALE",
    "SALE",
  ]);
  expect(sales().map(({ at: text, clock: state }) => [text.slice(0, 16), state])).toEqual([
    ["2027-01-29T17:20", "WALL"],
    ["2026-11-30T17:20", "DOUBTFUL"],
    ["2026-11-30T17:27", "WALL"],
    ["2026-11-30T17:27", "WALL"],
  ]);
  const [row] = readTill(shop.dataDir, "SELECT body FROM journal WHERE kind = 'CLOCK_SET'");
  expect(KnownBody.parse(JSON.parse((row as { body: string }).body))).toMatchObject({
    at: "2026-11-30T17:27:00.000Z",
    clock: "WALL",
    was: "2026-11-30T17:20:00.000Z",
    approval: { approverId: staffId, action: "CLOCK" },
  });
});

test("a supervisor at the till says that the time shown is right", async () => {
  wall = AFTER_MIDNIGHT + 60 * MINUTE_MS;
  await sell();
  wall = AFTER_MIDNIGHT;
  const { cashierId, pin } = shop.till.cashiers[1]!;
  await shop.core.cashier.session.login.mutate({ cashierId, pin });
  expect(shop.core.state().clock.state).toBe("DOUBTFUL");
  const { setClock } = shop.core.cashier.setting;
  await setClock.mutate({ commandId: newId(), offsetMs: 0, approvalId: null });
  expect(shop.core.state().clock).toEqual({ state: "WALL", offsetMs: 0 });
});

const LOOK_MS = 15_000;
const moves = (): unknown[] =>
  readTill(shop.dataDir, "SELECT body FROM journal WHERE kind = 'CLOCK_MOVED' ORDER BY seq").map(
    (row) => KnownBody.parse(JSON.parse((row as { body: string }).body)),
  );

test("a clock that leaps ahead is journalled once, and doubted over a restart until it is set", async () => {
  wall += 40 * MINUTE_MS;
  shop.core.pass(LOOK_MS);
  shop.core.pass(4 * LOOK_MS);
  await sell();
  expect(moves()).toMatchObject([
    { against: "MONOTONIC", found: "2026-11-30T18:00:00.000Z", clock: "DOUBTFUL" },
  ]);
  await shop.restart();
  const { cashierId, pin } = shop.till.cashiers[1]!;
  await shop.core.cashier.session.login.mutate({ cashierId, pin });
  expect(shop.core.state().clock.state).toBe("DOUBTFUL");
  await sell();
  const { setClock } = shop.core.cashier.setting;
  await setClock.mutate({ commandId: newId(), offsetMs: -40 * MINUTE_MS, approvalId: null });
  await sell();
  shop.core.pass(LOOK_MS);
  await shop.restart();
  expect(shop.core.state().clock.state).toBe("WALL");
  expect(sales().map(({ clock: state }) => state)).toEqual(["DOUBTFUL", "DOUBTFUL", "WALL"]);
  expect(moves()).toHaveLength(1);
  expect(soundJournal(shop.dataDir, shop.till.tillId, shop.till.publicKey)).toContain("CLOCK_SET");
});

test("a clock set back while the till was off is found at the start, against the newest entry", async () => {
  await sell();
  wall -= 10 * MINUTE_MS;
  await shop.restart();
  await shop.restart();
  expect(moves()).toMatchObject([
    {
      against: "JOURNAL",
      expected: "2026-11-30T17:20:00.000Z",
      found: "2026-11-30T17:10:00.000Z",
      clock: "DOUBTFUL",
    },
  ]);
});

test("a clock that is steered by a second is no jump", async () => {
  wall -= 1_000;
  shop.core.pass(LOOK_MS);
  wall += 2 * MINUTE_MS;
  shop.core.pass(LOOK_MS);
  await sell();
  expect(moves()).toEqual([]);
});
