import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CashierState } from "../../shared/contract/till-state.ts";
import { type ForkedCore, forkCore } from "./testing/forked-core.ts";
import { countTill, soundJournal } from "./testing/read-till.ts";
import { cash, newId } from "./testing/test-core.ts";
import { createTillTemplate, type TillTemplate } from "./testing/till-template.ts";

let template: TillTemplate;
beforeAll(async () => {
  template = await createTillTemplate();
});
afterAll(() => template.remove());

/** Lets no file of a core grow beyond so many bytes: what its disk says when there is no room. */
function limitFiles(core: ForkedCore, bytes: number | "unlimited"): void {
  execFileSync("prlimit", ["--pid", String(core.pid), `--fsize=${bytes}:unlimited`]);
}

test.runIf(process.platform === "linux")(
  "a payment on a disk without room sells nothing and keeps the cart, and sells once there is room",
  async () => {
    const { till } = template;
    const dataDir = template.copy();
    const core = await forkCore(dataDir);
    const { cashierId, pin } = till.cashiers[0]!;
    await core.cashier.session.login.mutate({ cashierId, pin });
    await core.cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
    await core.cashier.cart.add.mutate({ productId: till.products[0]!.productId, qty: 2 });
    await core.cashier.buyer.setPublic.mutate();
    const payment = {
      commandId: newId(),
      cartId: (await stateOf(core)).cart.cartId,
      expectedTotal: 20_000,
      tenders: [cash(50_000)],
    };

    limitFiles(core, statSync(path.join(dataDir, "till.db-wal")).size);
    for (let tries = 0; tries < 3; tries += 1) {
      const refused = core.cashier.sale.pay.mutate(payment);
      await expect(refused).rejects.toMatchObject({ code: "DB_IO" });
    }
    expect(await stateOf(core)).toMatchObject({ phase: "SELLING", cart: { total: 20_000 } });
    expect(await core.cashier.sale.byCommand.query({ commandId: payment.commandId })).toBeNull();

    limitFiles(core, "unlimited");
    const sale = await core.cashier.sale.pay.mutate(payment);
    expect(sale).toMatchObject({ total: 20_000, change: 30_000 });
    expect((await stateOf(core)).cart.lines).toHaveLength(0);
    expect(await core.shutdown()).toBe(0);
    const kinds = soundJournal(dataDir, till.tillId, till.publicKey);
    expect(kinds).toEqual(["TILL_STARTED", "SHIFT_OPENED", "SALE"]);
    expect(countTill(dataDir, "SELECT count(*) FROM sale")).toBe(1);
    expect(countTill(dataDir, "SELECT receipt FROM counter")).toBe(1);
  },
);

function stateOf({ cashier }: ForkedCore): Promise<CashierState> {
  return new Promise((resolve, reject) => {
    const watching = cashier.state.watch.subscribe(undefined, {
      onData: (state) => {
        resolve(state);
        setImmediate(() => watching.unsubscribe());
      },
      onError: reject,
    });
  });
}
