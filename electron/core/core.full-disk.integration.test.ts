import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

/** A core whose first cashier sells, on a folder of its own. */
async function openCore(): Promise<{ core: ForkedCore; dataDir: string }> {
  const dataDir = template.copy();
  const core = await forkCore(dataDir);
  const { cashierId, pin } = template.till.cashiers[0]!;
  await core.cashier.session.login.mutate({ cashierId, pin });
  await core.cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
  return { core, dataDir };
}

/** No file of the core may grow any more, nor be written where it is not yet. */
function fillDisk(core: ForkedCore, dataDir: string): void {
  limitFiles(core, statSync(path.join(dataDir, "till.db-wal")).size);
}

describe.runIf(process.platform === "linux")("a disk without room", () => {
  test("a payment sells nothing, keeps the cart, and sells once there is", async () => {
    const { till } = template;
    const { core, dataDir } = await openCore();
    await core.cashier.cart.add.mutate({ productId: till.products[0]!.productId, qty: 2 });
    await core.cashier.buyer.setPublic.mutate();
    const payment = {
      commandId: newId(),
      cartId: (await stateOf(core)).cart.cartId,
      expectedTotal: 20_000,
      tenders: [cash(50_000)],
    };

    fillDisk(core, dataDir);
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
  });

  test("an approval outlives the command that came to nothing, and is used by the next", async () => {
    const { core, dataDir } = await openCore();
    const { cashierId: staffId, pin } = template.till.cashiers[1]!;
    const { shift } = await stateOf(core);
    const subject = shift?.shiftId ?? "";
    const asked = { action: "DRAWER", subject, amount: 0, staffId, pin } as const;
    const { approvalId } = await core.cashier.approval.request.mutate(asked);
    const open = () =>
      core.cashier.shift.openDrawer.mutate({
        commandId: newId(),
        reason: "CHECK",
        note: "",
        approvalId,
      });

    fillDisk(core, dataDir);
    await expect(open()).rejects.toMatchObject({ code: "DB_IO" });
    limitFiles(core, "unlimited");
    await open();
    await expect(open()).rejects.toMatchObject({ code: "APPROVAL_INVALID" });
    expect(await core.shutdown()).toBe(0);
  });
});

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
