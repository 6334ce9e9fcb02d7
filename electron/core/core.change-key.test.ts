import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmdirSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { connectDatabase } from "./db/open.ts";
import { expect, test } from "vitest";
import { AppError } from "../../shared/contract/errors.ts";
import { KnownBody } from "../../shared/contract/journal-bodies.ts";
import { checkChain } from "./doctor/check-chain.ts";
import { Findings } from "./doctor/finding.ts";
import { certificates } from "./db/stores/till.ts";
import { openShops } from "./testing/open-shops.ts";
import { countTill, readTill, soundJournal } from "./testing/read-till.ts";
import { newId, openShop, pay } from "./testing/test-core.ts";

let failsAt: string | null = null;
const step = (name: string): void => {
  if (name === failsAt) throw new AppError("DB_DISK_FULL");
};
const shop = openShops({}, () => ({ step }));
const inFolder = (name: string): string => path.join(shop.dataDir, name);
const kinds = () => soundJournal(shop.dataDir, shop.till.tillId, shop.till.publicKey).slice(2);
const change = (approvalId: string | null = null, commandId = newId()) =>
  shop.core.cashier.setting.changeKey.mutate({ commandId, approvalId });
const unsigned = () => countTill(shop.dataDir, "SELECT count(*) FROM journal WHERE signature = ''");

async function supervisor(): Promise<void> {
  const { cashierId, pin } = shop.till.cashiers[1]!;
  await shop.core.cashier.session.login.mutate({ cashierId, pin });
}
async function sell(): Promise<void> {
  const { productId } = shop.till.products[0]!;
  await shop.core.cashier.cart.add.mutate({ productId, qty: 1 });
  await shop.core.cashier.buyer.setPublic.mutate();
  await pay(shop.core);
}
/** What the doctor finds of the chain. */
function findings(): string[] {
  const db = connectDatabase(inFolder("till.db"));
  const found = new Findings();
  const { tillId } = shop.till;
  checkChain(db, { tillId, certificates: certificates(db), checkedThrough: 0, findings: found });
  db.close();
  return found.kept.map(({ code, seq }) => `${seq} ${code}`);
}
function spoil(sql: string): void {
  const db = new Sqlite(inFolder("till.db"));
  db.exec(sql);
  db.close();
}

test("both keys sign the change, and the new one all that comes after, over a restart too", async () => {
  await sell();
  await supervisor();
  await change();
  await sell();
  expect(existsSync(inFolder("keys.next.sealed"))).toBe(false);
  await shop.restart();
  await openShop(shop.core, shop.till);
  await sell();
  expect(kinds()).toEqual(["SALE", "KEY_CHANGED", "SALE", "SALE"]);
  expect(unsigned()).toBe(0);
  expect(findings()).toEqual([]);
});

test("a till changes its key as often as it is asked to, once for each command", async () => {
  await supervisor();
  const commandId = newId();
  await Promise.all([change(null, commandId), change(null, commandId), change()]);
  await change(null, commandId);
  await sell();
  expect(kinds()).toEqual(["KEY_CHANGED", "KEY_CHANGED", "SALE"]);
  expect(findings()).toEqual([]);
});

test("a cashier needs a supervisor's approval, which stands in the entry", async () => {
  const { cashierId: approverId, pin } = shop.till.cashiers[1]!;
  await expect(change()).rejects.toMatchObject({ code: "APPROVAL_NEEDED" });
  const { outletCode, tillCode } = shop.core.state().till!;
  const scope = { action: "CHANGE_KEY", subject: `${outletCode}-${tillCode}`, amount: 0 } as const;
  const asked = { ...scope, staffId: approverId, pin };
  const { approvalId } = await shop.core.cashier.approval.request.mutate(asked);
  await change(approvalId);
  const [row] = readTill(shop.dataDir, "SELECT body FROM journal WHERE kind = 'KEY_CHANGED'");
  const body = KnownBody.parse(JSON.parse((row as { body: string }).body));
  expect(body).toMatchObject({ approval: { approverId, action: "CHANGE_KEY" } });
  expect(kinds()).toEqual(["KEY_CHANGED"]);
});

test("a change that comes to nothing leaves no keys behind, and the next one is whole", async () => {
  await expect(change()).rejects.toMatchObject({ code: "APPROVAL_NEEDED" });
  expect(existsSync(inFolder("keys.next.sealed"))).toBe(false);
  await expect(change(newId())).rejects.toMatchObject({ code: "APPROVAL_INVALID" });
  expect(existsSync(inFolder("keys.next.sealed"))).toBe(false);
  await supervisor();
  failsAt = "before commit";
  await expect(change()).rejects.toMatchObject({ code: "DB_DISK_FULL" });
  failsAt = null;
  expect(existsSync(inFolder("keys.next.sealed"))).toBe(false);
  await sell();
  await change();
  await sell();
  expect(kinds()).toEqual(["SALE", "KEY_CHANGED", "SALE"]);
  expect(findings()).toEqual([]);
});

test("keys in use that could not be put in place are not written over by the next ones", async () => {
  await supervisor();
  renameSync(inFolder("keys.sealed"), inFolder("older.sealed"));
  mkdirSync(inFolder("keys.sealed"));
  await change();
  const inUse = readFileSync(inFolder("keys.next.sealed"));
  await expect(change()).rejects.toMatchObject({ code: "KEY_UNAVAILABLE" });
  expect(readFileSync(inFolder("keys.next.sealed")).equals(inUse)).toBe(true);
  await sell();
  rmdirSync(inFolder("keys.sealed"));
  renameSync(inFolder("older.sealed"), inFolder("keys.sealed"));
  await change();
  await shop.restart();
  await openShop(shop.core, shop.till);
  await sell();
  expect(kinds()).toEqual(["KEY_CHANGED", "SALE", "KEY_CHANGED", "SALE"]);
  expect(unsigned()).toBe(0);
  expect(findings()).toEqual([]);
});

test("an older file under the new key signs nothing with it, and says what it is", async () => {
  await supervisor();
  await shop.core.close();
  copyFileSync(inFolder("till.db"), inFolder("older.db"));
  await shop.restart();
  await supervisor();
  await change();
  await shop.core.close();
  copyFileSync(inFolder("older.db"), inFolder("till.db"));
  await shop.restart();
  shop.core.pass(1_000);
  await openShop(shop.core, shop.till);
  await sell();
  expect(kinds()).toEqual(["SALE"]);
  expect(unsigned()).toBe(1);
  expect(readTill(shop.dataDir, "SELECT stop_code AS code FROM sync_state")).toEqual([
    { code: "KEY_REPLACED" },
  ]);
  await supervisor();
  await expect(change()).rejects.toMatchObject({ code: "KEY_REPLACED" });
});

test.each([
  ["the new key's signature", "newSignature", "KEY_CHANGE"],
  ["the old key's name", "oldKeyId", "KEY_CHANGE"],
])("the doctor names a change without %s", async (_name, field, code) => {
  await supervisor();
  await change();
  spoil(
    `UPDATE journal SET body = json_set(body, '$.${field}', replace(body ->> '$.${field}', substr(body ->> '$.${field}', 1, 4), '0000'))
     WHERE kind = 'KEY_CHANGED'`,
  );
  expect(findings()).toContain(`3 ${code}`);
});

test("keys that nothing names yet and nobody can read keep no till from signing", async () => {
  await shop.core.close();
  copyFileSync(inFolder("till.db"), inFolder("keys.next.sealed"));
  await shop.restart();
  await openShop(shop.core, shop.till);
  await sell();
  expect(unsigned()).toBe(0);
});
