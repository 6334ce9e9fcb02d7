import path from "node:path";
import { pathToFileURL } from "node:url";
import type { TRPCClient } from "@trpc/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CashierState } from "../../shared/contract/till-state.ts";
import type { CashierRouter } from "../../electron/core/router/root.ts";
import { type ForkedCore, forkCore } from "../../electron/core/testing/forked-core.ts";
import { prepareTill, type PreparedTill } from "../../electron/core/testing/prepare-till.ts";
import { appErrorOf } from "../../shared/rpc/port-client.ts";
import { buildCore, productEntries } from "../build/core.ts";
import { cash, newId, temporaryFolder } from "../../electron/core/testing/test-core.ts";
import { seeded } from "./seeded.ts";
import { auditTill } from "./till-audit.ts";

const KILLS = 200;
/** A life sells for up to so many sales' time, so that the end falls anywhere in one. */
const LIFE_SALES = 4;
const FIRST_SALES = 10;
const SEED = 20_261_122;

const ROOT = path.join(import.meta.dirname, "..", "..");
/** Its own build, so that no other test's build is in the way. */
const OUT = path.join(ROOT, "out", "kill");
const CORE = pathToFileURL(path.join(OUT, "core.cjs"));

const folder = temporaryFolder();
beforeAll(() => buildCore({ root: ROOT, outDir: OUT, entries: productEntries(ROOT) }));
afterAll(() => folder.remove());

/** Sales as the windows knew of them: what was asked for, and what was said to be done. */
type Ledger = { readonly acknowledged: Map<string, number>; inFlight: string | null };

test("section 9 row 3, a power cut within seconds of validating loses or reopens the sale: after 200 kills at any moment no acknowledged sale is lost or doubled", {
  timeout: 600_000,
}, async () => {
  const till = await prepareTill(folder.path, { people: 20, products: 20 });
  const ledger: Ledger = { acknowledged: new Map(), inFlight: null };
  const random = seeded(SEED);
  const lifeMs = LIFE_SALES * (await timeOfASale(till, ledger));
  for (let life = 0; life < KILLS; life += 1) {
    await liveAndDie(till, ledger, 1 + random() * lifeMs);
  }
  await settle(till, ledger);

  const { faults, sales } = auditTill(till);
  expect(faults).toEqual([]);
  expect(sales).toEqual(ledger.acknowledged);
  expect(ledger.acknowledged.size).toBeGreaterThan(KILLS / 4);
});

/** Starts the core, learns what became of the sale under way, sells until it is killed. */
async function liveAndDie(till: PreparedTill, ledger: Ledger, killAfterMs: number): Promise<void> {
  const core = await forkCore(till.dataDir, { entry: CORE });
  try {
    await open(core.cashier, till, ledger);
    await sellUntilKilled(core, till, { ledger, killAfterMs });
  } finally {
    await core.kill();
  }
}

/** How long a sale takes here and now, in milliseconds. */
async function timeOfASale(till: PreparedTill, ledger: Ledger): Promise<number> {
  const core = await forkCore(till.dataDir, { entry: CORE });
  try {
    await open(core.cashier, till, ledger);
    const from = performance.now();
    for (let sale = 0; sale < FIRST_SALES; sale += 1) await sell(core.cashier, till, ledger);
    return (performance.now() - from) / FIRST_SALES;
  } finally {
    await core.kill();
  }
}

async function sellUntilKilled(
  core: ForkedCore,
  till: PreparedTill,
  { ledger, killAfterMs }: { readonly ledger: Ledger; readonly killAfterMs: number },
): Promise<void> {
  let dead = false;
  const killed = new Promise<void>((resolve, reject) => {
    setTimeout(() => {
      dead = true;
      core.kill().then(resolve, reject);
    }, killAfterMs);
  });
  while (!dead) {
    try {
      await sell(core.cashier, till, ledger);
    } catch (error) {
      // The only way a sale may fail here is that the process is gone.
      expect(error).toMatchObject({ code: "CORE_GONE" });
      break;
    }
  }
  await killed;
}

async function settle(till: PreparedTill, ledger: Ledger): Promise<void> {
  const core = await forkCore(till.dataDir, { entry: CORE });
  await open(core.cashier, till, ledger);
  await core.kill();
}

/** Logs in; a sale that was never answered is either whole or not there, and is told which. */
async function open(
  cashier: TRPCClient<CashierRouter>,
  till: PreparedTill,
  ledger: Ledger,
): Promise<void> {
  const [first] = till.cashiers;
  if (first === undefined) throw new Error("no cashier");
  if (ledger.inFlight !== null) {
    const sale = await cashier.sale.byCommand.query({ commandId: ledger.inFlight });
    if (sale !== null) ledger.acknowledged.set(ledger.inFlight, sale.total);
    ledger.inFlight = null;
  }
  await cashier.session.login.mutate({ cashierId: first.cashierId, pin: first.pin });
  const { phase } = await newestState(cashier);
  if (phase === "NO_SHIFT") {
    await cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
  }
}

async function sell(
  cashier: TRPCClient<CashierRouter>,
  till: PreparedTill,
  ledger: Ledger,
): Promise<void> {
  const at = ledger.acknowledged.size;
  for (const offset of [0, 1]) {
    const text = till.products[(at + offset) % (till.products.length - 1)]?.barcode ?? "";
    await cashier.scan.text.mutate({ text, source: "WEDGE" });
  }
  const person = till.people[at % till.people.length];
  if (person === undefined) throw new Error("no person");
  await cashier.scan.text.mutate({ text: till.cardOf(person), source: "WEDGE" });
  const { cart } = await newestState(cashier);
  const commandId = newId();
  ledger.inFlight = commandId;
  const sale = await cashier.sale.pay.mutate({
    commandId,
    cartId: cart.cartId,
    expectedTotal: cart.total,
    tenders: [cash(cart.total)],
  });
  ledger.acknowledged.set(commandId, sale.total);
  ledger.inFlight = null;
}

function newestState(cashier: TRPCClient<CashierRouter>): Promise<CashierState> {
  return new Promise((resolve, reject) => {
    const subscription = cashier.state.watch.subscribe(undefined, {
      onData: (state) => {
        resolve(state);
        queueMicrotask(() => subscription.unsubscribe());
      },
      onError: (error) => reject(appErrorOf(error)),
    });
  });
}
