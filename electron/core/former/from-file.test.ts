import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { transact } from "../db/database.ts";
import { connectDatabase, openDatabase } from "../db/open.ts";
import { formerTills } from "../db/stores/former-till.ts";
import { journalHead } from "../db/stores/journal.ts";
import { oldChainPath } from "../resume/old-chain.ts";
import type { SyncContext } from "../sync/sync-context.ts";
import { openShops } from "../testing/open-shops.ts";
import { newId, openShop, pay, temporaryFolder } from "../testing/test-core.ts";
import { takeFromFiles } from "./former-tills.ts";
import { beginPredecessor } from "./keep-entries.ts";

const shop = openShops();

async function sell(): Promise<void> {
  const { productId } = shop.till.products[0]!;
  await shop.core.cashier.cart.add.mutate({ productId, qty: 1 });
  await shop.core.cashier.buyer.setPublic.mutate();
  await pay(shop.core);
}
async function changeKey(): Promise<void> {
  const { cashierId, pin } = shop.till.cashiers[1]!;
  await shop.core.cashier.session.login.mutate({ cashierId, pin });
  await shop.core.cashier.setting.changeKey.mutate({ commandId: newId(), approvalId: null });
}

/** What a till that goes on from the shop's file has of it, once all was read. */
async function read(): Promise<{ former: unknown[]; sales: unknown }> {
  const folder = temporaryFolder();
  const file = path.join(folder.path, "till.db");
  const old = oldChainPath(file, shop.till.tillId);
  mkdirSync(path.dirname(old));
  copyFileSync(path.join(shop.dataDir, "till.db"), old);
  const from = connectDatabase(old);
  const { seq: oldSeq, hash: oldHash } = journalHead(from)!;
  from.close();
  const db = openDatabase(file);
  const resumed = { oldTillId: shop.till.tillId, oldSeq, oldHash };
  transact(db, (write) => beginPredecessor(write, resumed));
  const identity = { rootPublicKey: shop.till.rootPublicKey } as SyncContext["identity"];
  await takeFromFiles({ db, identity, pause: () => Promise.resolve() }, () => true);
  const former = formerTills(db).filter(({ source }) => source === "FILE");
  const sales = db.prepare("SELECT count(*) FROM former_sale").pluck().get();
  db.close();
  folder.remove();
  return { former, sales };
}

test("a former till that changed its key is read whole, under each of its keys", async () => {
  await sell();
  await changeKey();
  await sell();
  await changeKey();
  await openShop(shop.core, shop.till);
  await sell();
  await shop.core.close();
  expect(await read()).toMatchObject({ former: [{ nextSeq: 0, faultCode: null }], sales: 3 });
});

test("a change that the key before it did not sign leads to no key", async () => {
  await sell();
  await changeKey();
  await sell();
  await shop.core.close();
  const db = connectDatabase(path.join(shop.dataDir, "till.db"));
  db.exec(
    `UPDATE journal SET signature = (SELECT signature FROM journal WHERE seq = 1)
     WHERE kind = 'KEY_CHANGED'`,
  );
  const seq = journalHead(db)!.seq;
  db.close();
  const fault = { faultCode: "SIGNATURE", faultSeq: seq };
  expect(await read()).toMatchObject({ former: [fault], sales: 0 });
});
