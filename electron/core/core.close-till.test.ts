import path from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { KnownBody } from "../../shared/contract/journal-bodies.ts";
import { openShops } from "./testing/open-shops.ts";
import { readTill } from "./testing/read-till.ts";
import { newId } from "./testing/test-core.ts";

const shop = openShops();
const setting = () => shop.core.cashier.setting;
const close = (commandId = newId()) => setting().closeTill.mutate({ commandId, approvalId: null });
const kinds = () =>
  readTill(shop.dataDir, "SELECT kind FROM journal ORDER BY seq").map(
    (row) => (row as { kind: string }).kind,
  );

/** All is at the centre. */
function sent(): void {
  const file = new Sqlite(path.join(shop.dataDir, "till.db"));
  file.exec("UPDATE sync_state SET acknowledged_seq = (SELECT max(seq) FROM journal)");
  file.close();
}
async function supervisor(): Promise<void> {
  const { cashierId, pin } = shop.till.cashiers[1]!;
  await shop.core.cashier.session.login.mutate({ cashierId, pin });
}
async function closeShift(): Promise<void> {
  const counts = [{ value: 100_000, pieces: 2 }];
  await shop.core.cashier.shift.close.mutate({
    commandId: newId(),
    counts,
    reason: null,
    note: "",
  });
}

test("a till is closed by a supervisor once nothing is open or unsent, and sells no more", async () => {
  await supervisor();
  await expect(close()).rejects.toMatchObject({ code: "SHIFT_OPEN" });
  await closeShift();
  await expect(close()).rejects.toMatchObject({ code: "CLOSE_UNSENT", details: { count: 3 } });
  sent();
  const commandId = newId();
  await close(commandId);
  expect(shop.core.state()).toMatchObject({ phase: "CLOSED", session: null });
  const [row] = readTill(shop.dataDir, "SELECT body FROM journal ORDER BY seq DESC LIMIT 1");
  const last = KnownBody.parse(JSON.parse((row as { body: string }).body));
  expect(last).toMatchObject({ kind: "TILL_CLOSED", turnover: 0, reversals: 0 });
  const before = kinds();
  await supervisor();
  const reopened = shop.core.cashier.shift.open.mutate({ commandId: newId(), float: 0 });
  await expect(reopened).rejects.toMatchObject({ code: "TILL_CLOSED" });
  await shop.restart();
  shop.core.pass(60_000);
  expect(shop.core.state().phase).toBe("CLOSED");
  expect(kinds()).toEqual(before);
});

test("a cart that was left open or held keeps a till from being closed", async () => {
  await shop.core.cashier.cart.add.mutate({ productId: shop.till.products[0]!.productId, qty: 1 });
  await closeShift();
  await supervisor();
  sent();
  await expect(close()).rejects.toMatchObject({ code: "CLOSE_CART" });
});
