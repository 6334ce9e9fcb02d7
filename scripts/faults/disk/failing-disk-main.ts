import { copyFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type Sqlite from "better-sqlite3";
import { MIGRATIONS } from "../../../electron/core/db/migrations/all.ts";
import { openDatabase } from "../../../electron/core/db/open.ts";
import { countTill, readTill } from "../../../electron/core/testing/read-till.ts";
import {
  cash,
  newId,
  openShop,
  startCore,
  temporaryFolder,
  type TestCore,
} from "../../../electron/core/testing/test-core.ts";
import { createTillTemplate } from "../../../electron/core/testing/till-template.ts";
import { type DiskFault, openDiskControl } from "./disk-control.ts";

/*
 * Run with failing-disk.c preloaded: lets every write, and every flush, of one sale, one shift's close
 * and one migration fail in turn, once and for good, and prints what did not hold. It ends early when
 * its time is up: `failing-disk-main.ts --ms 20000`.
 */

const { values } = parseArgs({ options: { ms: { type: "string" } } });
const endsAt = performance.now() + Number(values.ms ?? Number.POSITIVE_INFINITY);
const control = openDiskControl(process.env["BELA_BELI_DISK"] ?? "");
const faults: string[] = [];
const tried: Record<string, number> = {};
/** Migrations of a till that was installed long ago. */
const OLD_MIGRATIONS = 3;

const KINDS: readonly Pick<DiskFault, "call" | "lasting">[] = [
  { call: "FLUSH", lasting: false },
  { call: "WRITE", lasting: false },
  { call: "FLUSH", lasting: true },
  { call: "WRITE", lasting: true },
];

/** Lets the first call fail, then the second, until none is left to fail. */
async function eachCall(
  name: string,
  once: (by: { fail: () => void; mended: () => number; told: string }) => Promise<number>,
): Promise<void> {
  for (const kind of KINDS) {
    for (let nth = 1; performance.now() < endsAt; nth += 1) {
      const told = `${name}, ${kind.call} ${nth}${kind.lasting ? " and after" : ""}`;
      const fail = (): void => control.arm({ ...kind, nth });
      if ((await once({ fail, mended: control.disarm, told })) === 0) break;
      tried[name] = (tried[name] ?? 0) + 1;
    }
  }
}

function check(told: string, holds: boolean, what: string): void {
  if (!holds) faults.push(`${told}: ${what}`);
}

const template = await createTillTemplate({ people: 1, products: 3 });
const dataDir = template.copy();
const core = await startCore(dataDir);
await openShop(core, template.till);
const isSound = (): boolean =>
  (readTill(dataDir, "PRAGMA integrity_check")[0] as { integrity_check: string })
    .integrity_check === "ok";

/** Entries of a command, and rows that belong to it, each 0 or 1. */
function traces(commandId: string): number[] {
  const by = "SELECT count(*) FROM journal WHERE body ->> 'commandId' = ?";
  return [countTill(dataDir, by, commandId), countTill(dataDir, RESULTS, commandId)];
}
const RESULTS = "SELECT count(*) FROM command WHERE command_id = ?";

type Ask = (core: TestCore) => Promise<unknown>;

/** Asks while the disk fails, then again when it is well: done once, whole, and told truly. */
async function askTwice(
  by: { fail: () => void; mended: () => number; told: string },
  { commandId, ask }: { readonly commandId: string; readonly ask: Ask },
): Promise<number> {
  by.fail();
  const answered = await ask(core).then(
    () => true,
    () => false,
  );
  const failed = by.mended();
  const [entries, results] = traces(commandId);
  check(
    by.told,
    entries === results && (entries ?? 0) <= 1,
    `half written (${entries}, ${results})`,
  );
  check(by.told, !answered || entries === 1, "was told to be done and is not there");
  await ask(core).catch((error: unknown) =>
    check(by.told, false, `not done after: ${String(error)}`),
  );
  check(
    by.told,
    traces(commandId).every((count) => count === 1),
    "not there once after all",
  );
  check(by.told, isSound(), "the file is not sound");
  return failed;
}

const productId = template.till.products[0]?.productId ?? "";

await eachCall("sale", async (by) => {
  await core.cashier.cart.add.mutate({ productId, qty: 1 });
  await core.cashier.buyer.setPublic.mutate();
  const { cartId, total } = core.state().cart;
  const commandId = newId();
  const payment = { commandId, cartId, expectedTotal: total, tenders: [cash(total)] };
  return askTwice(by, { commandId, ask: (asked) => asked.cashier.sale.pay.mutate(payment) });
});

await eachCall("shift close", async (by) => {
  await openShop(core, template.till);
  const commandId = newId();
  const counts = [{ value: 1_000, pieces: 1 }];
  const closing = { commandId, counts, reason: "UNKNOWN" as const, note: "" };
  return askTwice(by, { commandId, ask: (asked) => asked.cashier.shift.close.mutate(closing) });
});
await core.close();

const folder = temporaryFolder();
const schemaOf = (db: Pick<Sqlite.Database, "prepare">): string =>
  JSON.stringify(db.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all());
openDatabase(path.join(folder.path, "old.db"), MIGRATIONS.slice(0, OLD_MIGRATIONS)).close();
const fresh = openDatabase(path.join(folder.path, "new.db"));
const schema = schemaOf(fresh);
fresh.close();

await eachCall("migration", async (by) => {
  const file = path.join(folder.path, "till.db");
  for (const end of ["", "-wal", "-shm", `.v${OLD_MIGRATIONS}.bak`])
    rmSync(`${file}${end}`, { force: true });
  copyFileSync(path.join(folder.path, "old.db"), file);
  by.fail();
  let opened = false;
  try {
    openDatabase(file).close();
    opened = true;
  } catch {
    // Told as a failure to start, and looked at below.
  }
  const failed = by.mended();
  const db = openDatabase(file);
  check(by.told, schemaOf(db) === schema, `not the newest tables after (opened: ${opened})`);
  check(by.told, db.pragma("integrity_check", { simple: true }) === "ok", "the file is not sound");
  db.close();
  return failed;
});

folder.remove();
template.remove();
process.stdout.write(`${JSON.stringify({ faults, tried, whole: performance.now() < endsAt })}\n`);
