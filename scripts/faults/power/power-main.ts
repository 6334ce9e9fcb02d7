import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { takeBackup } from "../../../electron/core/backup/take-backup.ts";
import { MIGRATIONS } from "../../../electron/core/db/migrations/all.ts";
import { openDatabase } from "../../../electron/core/db/open.ts";
import { promoteKeys, readKeys, writeKeys } from "../../../electron/core/keys/key-file.ts";
import { renewTillKeys } from "../../../electron/core/keys/till-keys.ts";
import { plainSealBox, systemRandom } from "../../../electron/core/system.ts";
import { prepareTill } from "../../../electron/core/testing/prepare-till.ts";
import { cash, newId, openShop, startCore } from "../../../electron/core/testing/test-core.ts";
import { BACKUP_KEY, Mark, OLD_FOLDER, OLD_MIGRATIONS, OLD_VALUE } from "./marks.ts";
import { MARKS } from "./recording.ts";

/*
 * Run with recording-disk.c preloaded: a till's life in short in the folder that BELA_BELI_POWER_ROOT
 * names, with a mark before each thing is asked for and after it was said to be done.
 */

const dataDir = process.env["BELA_BELI_POWER_ROOT"] ?? "";
const mark = (told: Mark): void =>
  appendFileSync(path.join(dataDir, MARKS), `${JSON.stringify(Mark.parse(told))}\n`);

async function marked(id: string, what: Mark["what"], ask: () => unknown): Promise<void> {
  mark({ what, id, done: false });
  await ask();
  mark({ what, id, done: true });
}

writeFileSync(path.join(dataDir, MARKS), "");
const till = await prepareTill(dataDir, { people: 1, products: 3 });
mark({ what: "TILL", id: till.tillId, done: true });
mark({ what: "KEYS", id: till.publicKey, done: true });

let core = await startCore(dataDir);
await openShop(core, till);

async function sell(): Promise<void> {
  const productId = till.products[0]?.productId ?? "";
  await core.cashier.cart.add.mutate({ productId, qty: 1 });
  await core.cashier.buyer.setPublic.mutate();
  const { cartId, total } = core.state().cart;
  const commandId = newId();
  const payment = { commandId, cartId, expectedTotal: total, tenders: [cash(total)] };
  await marked(commandId, "COMMAND", () => core.cashier.sale.pay.mutate(payment));
}

async function closeShift(): Promise<void> {
  const commandId = newId();
  const counts = [{ value: 1_000, pieces: 1 }];
  const closing = { commandId, counts, reason: "UNKNOWN" as const, note: "" };
  await marked(commandId, "COMMAND", () => core.cashier.shift.close.mutate(closing));
}

await sell();
await sell();
// Quiet for long enough that the log is written back into the file; then over its beginning.
core.pass(60_000);
await sell();
core.pass(60_000);
await closeShift();
await core.close();
core = await startCore(dataDir);
await openShop(core, till);
await sell();

const folder = path.join(dataDir, "backups");
const work = { databasePath: path.join(dataDir, "till.db"), folder, checkedThrough: 0 };
mkdirSync(folder);
for (const reason of ["DAILY", "SHIFT"] as const) {
  const taken = { ...work, backupKey: BACKUP_KEY, reason, at: Date.now() };
  const { name } = takeBackup(taken, systemRandom);
  mark({ what: "BACKUP", id: name, done: true });
}
await core.close();

const next = renewTillKeys(await readKeys(dataDir, plainSealBox));
await writeKeys({ dataDir, file: "keys.next.sealed" }, plainSealBox, next);
await marked(next.publicKey, "KEYS", () => promoteKeys(dataDir));

const old = path.join(dataDir, OLD_FOLDER);
mkdirSync(old);
const before = openDatabase(path.join(old, "till.db"), MIGRATIONS.slice(0, OLD_MIGRATIONS));
(before as unknown as { exec: (sql: string) => void }).exec(
  `INSERT INTO setting (name, value) VALUES ('kept', '${OLD_VALUE}')`,
);
before.close();
await marked("old", "MIGRATION", () => openDatabase(path.join(old, "till.db")).close());
