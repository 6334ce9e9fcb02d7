import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestCentre, type TestCentre } from "../../../central/server/testing/test-centre.ts";
import type { CashierState } from "../../../shared/contract/till-state.ts";
import { type ForkedCore, forkCore } from "../testing/forked-core.ts";
import { cash, newId, temporaryFolder } from "../testing/test-core.ts";

let centre: TestCentre;
const folder = temporaryFolder();
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(async () => {
  await centre.close();
  folder.remove();
});

/** Lets no file of a core grow beyond so many bytes: what its disk says when there is no room. */
function limitFiles(core: ForkedCore, bytes: number | "unlimited"): void {
  execFileSync("prlimit", ["--pid", String(core.pid), `--fsize=${bytes}:unlimited`]);
}

/** The first state of a core that is as wanted. */
function until(
  { cashier }: ForkedCore,
  wanted: (state: CashierState) => boolean,
): Promise<CashierState> {
  return new Promise((resolve, reject) => {
    const watching = cashier.state.watch.subscribe(undefined, {
      onData: (state) => {
        if (!wanted(state)) return;
        resolve(state);
        setImmediate(() => watching.unsubscribe());
      },
      onError: reject,
    });
  });
}

describe.runIf(process.platform === "linux")("a till whose disk was full", () => {
  it("sends what it sold once there is room again, without being started anew", async () => {
    const core = await forkCore(folder.path);
    const code = await centre.issueCode();
    await core.cashier.enrol.start.mutate({ centreUrl: centre.url, code });
    await centre.approvePending();
    await until(core, ({ cashiers, roster }) => cashiers.length > 0 && roster.products > 0);
    const { cashierId, cashierPin: pin, productId } = centre.shop;
    await core.cashier.session.login.mutate({ cashierId, pin });
    await core.cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
    await until(core, ({ sync }) => sync.state === "ONLINE" && sync.unsent === 0);

    limitFiles(core, 1);
    await core.cashier.sync.now.mutate();
    await until(core, ({ sync }) => sync.state === "OFFLINE" && sync.failureCode === "DB_IO");
    limitFiles(core, "unlimited");

    await core.cashier.cart.add.mutate({ productId, qty: 1 });
    await core.cashier.buyer.setPublic.mutate();
    const { cart } = await until(core, () => true);
    const { cartId, total } = cart;
    const payment = { cartId, expectedTotal: total, tenders: [cash(total)] };
    await core.cashier.sale.pay.mutate({ commandId: newId(), ...payment });
    const { sync } = await until(core, (state) => {
      return state.sync.state === "ONLINE" && state.sync.unsent === 0;
    });
    expect(sync.failureCode).toBeNull();
    expect(await core.shutdown()).toBe(0);
  }, 30_000);

  it("outlives what the centre says while there is none, and keeps it afterwards", async () => {
    const core = await forkCore(folder.path);
    limitFiles(core, 1);
    await until(core, ({ sync }) => sync.state === "OFFLINE" && sync.failureCode === "DB_IO");
    limitFiles(core, "unlimited");
    await core.cashier.sync.now.mutate();
    await until(core, ({ sync }) => sync.state === "ONLINE" && sync.unsent === 0);
    expect(await core.shutdown()).toBe(0);
  }, 30_000);
});
