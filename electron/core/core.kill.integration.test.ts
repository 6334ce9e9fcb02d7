import type { TRPCClient } from "@trpc/client";
import { afterAll, expect, test } from "vitest";
import type { CashierState } from "../../shared/contract/till-state.ts";
import type { CashierRouter } from "./router/root.ts";
import { forkCore } from "./testing/forked-core.ts";
import { prepareTill, type PreparedTill } from "./testing/prepare-till.ts";
import { newId, temporaryFolder } from "./testing/test-core.ts";
import { auditTill } from "./testing/till-audit.ts";

const KILLS = 200;
/** Longest time a life may sell; several sales fit into it, so that the end falls anywhere in one. */
const LIFE_MS = 60;
const SEED = 20_261_122;

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** Sales as the windows knew of them: what was asked for, and what was said to be done. */
type Ledger = { readonly acknowledged: Map<string, number>; inFlight: string | null };

test("200 times kill -9 at any moment: no acknowledged sale is lost or doubled, the file stays sound", {
  timeout: 600_000,
}, async () => {
  const till = await prepareTill(folder.path, { people: 20, products: 20 });
  const ledger: Ledger = { acknowledged: new Map(), inFlight: null };
  const random = seeded(SEED);
  for (let life = 0; life < KILLS; life += 1) await liveAndDie(till, ledger, random);
  await settle(till, ledger);

  const { faults, sales } = auditTill(till);
  expect(faults).toEqual([]);
  expect(new Map([...sales].sort())).toEqual(new Map([...ledger.acknowledged].sort()));
  expect(ledger.acknowledged.size).toBeGreaterThan(KILLS / 2);
});

/** Starts the core, learns what became of the sale under way, sells until it is killed. */
async function liveAndDie(till: PreparedTill, ledger: Ledger, random: () => number): Promise<void> {
  const core = await forkCore(till.dataDir);
  await open(core.cashier, till, ledger);
  let dead = false;
  const killed = new Promise<void>((resolve, reject) => {
    setTimeout(
      () => {
        dead = true;
        core.kill().then(resolve, reject);
      },
      1 + random() * LIFE_MS,
    );
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
  const core = await forkCore(till.dataDir);
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
  const sale = await cashier.sale.payCash.mutate({
    commandId,
    cartId: cart.cartId,
    expectedTotal: cart.total,
    tendered: cart.total,
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
      onError: reject,
    });
  });
}

/** Mulberry32: the same moments in each run as far as the machine allows. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
